export const image = {
  'show.image': 'image {number}: {name}',
  'show.image-sized': 'image {number}: {name}, {size}',
  'show.image-unnamed': 'image {number}',
  'show.may-download-images': 'To fetch the images of its texts: ipeos ticket download {id} --inline',
  'download.option.inline': 'the images that stand in the texts; with a document, the image of that number',
  'download.no-images': 'No image stands in the texts of ticket no. {id}.',
  'download.image-choice': '{name} (image {number})',
} as const
