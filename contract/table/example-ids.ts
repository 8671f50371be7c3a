/** Ids of the examples' things, by the names that paths and bodies have for them. */
export const EXAMPLE_IDS = {
  link: 'A'.repeat(118),
  call_uuid: '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083',
  case_uuid: 'a8e41d07-52b9-4f6c-9c3e-1b7f60d48e25',
  generation_template_uuid: '6c2f9e14-08d7-4b3a-a5e1-97b04c6d2f38',
  generation_run_uuid: '8b1f63d4-2e97-4a05-bc38-d5790f4e16a2',
  generation_value_uuid: '0d4b7f92-5c13-4e6a-b8d0-6f21c93a7e54',
  version: '3',
  hold_uuid: 'c5d90b3e-6a17-4d82-b0f4-93e2a7c81d56',
  purge_certificate_uuid: '7e24f8a1-d03c-4b95-8a6e-5f1c09b7e342',
  location_uuid: '5d92c7e4-0b3a-4c18-8f6e-72a1d9e05b34',
  organization_uuid: 'c20e6f18-9d47-4b5a-a3c1-48f7b06d92e5',
  token_uuid: '71f4a03d-6e8c-4d25-b917-0c5e82d3fa69',
  user_uuid: 'e6b81c95-3f20-47da-9a4e-d5076c1f8b32',
  upload_id: 'c20e6f18-9d47-4b5a-a3c1-48f7b06d92e5_0b3ad1c9-72f6-4e85-a1d0-9c64e7f2b358',
  job_uuid: 'c52f9d6e-08a1-4b37-95d8-6e4b21f7a390',
};
