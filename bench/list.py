"""Lists every ticket as lines of JSON, as a script on `requests` would: URL, user token, rows a page."""

import json
import sys

import requests

url, token, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
shown = [2, 1, 12, 10, 3, 14, 7, 15, 19, 17, 16]

with requests.Session() as session:
    opened = session.get(f"{url}/apirest.php/initSession", headers={"Authorization": f"user_token {token}"})
    opened.raise_for_status()
    session.headers["Session-Token"] = opened.json()["session_token"]
    first, total = 0, 1
    while first < total:
        query = {f"forcedisplay[{place}]": field for place, field in enumerate(shown)}
        query.update({"sort": 2, "order": "DESC", "range": f"{first}-{first + rows - 1}"})
        answer = session.get(f"{url}/apirest.php/search/Ticket", params=query)
        answer.raise_for_status()
        page = answer.json()
        total = page["totalcount"]
        for ticket in page["data"]:
            print(json.dumps(ticket, ensure_ascii=False))
        first += rows
    session.get(f"{url}/apirest.php/killSession")
