export const image = {
  'show.image': 'image {number}: {name}',
  'show.image-sized': 'image {number}: {name}, {size}',
  'show.image-unnamed': 'image {number}',
  'show.may-download-images': 'To fetch the images in the text: ipeos ticket download {id} --inline',
  'download.option.inline': 'the images that stand in the texts; with a document, the image of that number',
  'download.no-images': 'No image stands in the texts of ticket no. {id}.',
  'download.image-choice': '{name} (image {number})',
  'file.not-image': '{path} is not an image; to attach it, use --attach.',
  'image.again': 'Correct it; or end once more (Ctrl+D) to leave it as plain words.',
  'image.put-right': 'Correct the path; a text that comes by a pipe (-F -) is sent as it stands.',
  'image.left-alone':
    '“{path}” stays as words: only Markdown files (.md) bring their images. To send it: --attach {path}',
} as const
