import { consentsGiven, type Story } from './story.ts';

/** A young man who wants to marry in another commune. */
export const maritalStatusCertificateStory: Story = {
  procedure: 'marital-status-certificate',
  answers: {
    ...consentsGiven,
    'requester.relation': 'Chính người đó',
    'person.name': 'Hà Văn Thoán',
    'person.sex': 'Nam',
    'person.birthDate': '03/02/1996',
    'person.nationality': 'Việt Nam',
    'person.ethnicity': 'Mường',
    'person.idKind': 'Thẻ căn cước',
    'person.nationalId': '038096000002',
    'person.idIssuedOn': '15/04/2021',
    'person.residence': { village: 'Bản Đôn' },
    'person.residenceKind': 'Thường trú',
    'person.status': 'Hiện tại chưa đăng ký kết hôn với ai',
    'places.several': 'Không',
    'purpose.kind': 'Để kết hôn',
    'purpose.partner': 'Lò Thị Mẩy',
    'earlier.has': 'Không',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
