import { consentsGiven, type Story } from './story.ts';

/** A woman has lost her health-insurance card and shows her identity card. */
export const healthInsuranceCardReissueStory: Story = {
  procedure: 'health-insurance-card-reissue',
  answers: {
    ...consentsGiven,
    'card.hadOne': 'Có',
    'card.reason': 'Mất thẻ',
    'card.number': 'I do not know',
    'requester.relation': 'Chính người đó',
    'owner.name': 'Lò Thị Mẩy',
    'owner.sex': 'Nữ',
    'owner.birthDate': '1999',
    'owner.nationality': 'Việt Nam',
    'owner.ethnicity': 'Thái',
    'owner.idKind': 'Thẻ căn cước',
    'owner.nationalId': '038199000001',
    'owner.idIssuedOn': '15/04/2021',
    'owner.residence': { village: 'Bản Đôn' },
    'owner.residenceKind': 'Thường trú',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.ownerId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
