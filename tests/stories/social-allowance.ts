import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A mother asks for her grown son, whom a fall left severely disabled; his certificate lies on the table. */
export const socialAllowanceStory: Story = {
  procedure: 'social-allowance',
  answers: {
    ...consentsGiven,
    'consent.health': 'Đồng ý',
    'requester.relation': 'Cha hoặc mẹ',
    'requester.name': 'Lò Thị Pỏm',
    'requester.sex': 'Nữ',
    'requester.birthDate': '1972',
    'requester.idKind': 'Thẻ căn cước',
    'requester.nationalId': '038172000004',
    'requester.idIssuedOn': 'I do not know',
    'requester.residence': { village: 'Bản Hiêu' },
    'beneficiary.name': 'Hà Văn Thoán',
    'beneficiary.sex': 'Nam',
    'beneficiary.birthDate': '03/02/1996',
    'beneficiary.ethnicity': 'Thái',
    'beneficiary.idKind': 'Thẻ căn cước',
    'beneficiary.nationalId': '038096000002',
    'beneficiary.idIssuedOn': '15/04/2021',
    'beneficiary.residence': { village: 'Bản Hiêu' },
    'beneficiary.residenceKind': 'Thường trú',
    'allowance.kind': 'Người khuyết tật',
    'disability.certificate': 'Có',
    'disability.level': 'Nặng',
    'disability.kind': 'Đi lại',
    'allowance.amount': 'nothing, go on',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.disability': { paper: 'Có mang theo, chụp ảnh', photos: [makePicture(1)] },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
