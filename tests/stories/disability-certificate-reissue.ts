import { consentsGiven, type Story } from './story.ts';

/** The certificate went with the flood; the man remembers neither its number nor its day, only what it said. */
export const disabilityCertificateReissueStory: Story = {
  procedure: 'disability-certificate-reissue',
  answers: {
    ...consentsGiven,
    'consent.health': 'Đồng ý',
    'requester.relation': 'Chính người đó',
    'person.name': 'Hà Văn Thoán',
    'person.sex': 'Nam',
    'person.birthDate': '03/02/1996',
    'person.ethnicity': 'Mường',
    'person.idKind': 'Thẻ căn cước',
    'person.nationalId': '038096000002',
    'person.idIssuedOn': '15/04/2021',
    'person.residence': { village: 'Bản Đôn' },
    'person.residenceKind': 'Thường trú',
    'certificate.why': 'Mất giấy',
    'certificate.number': 'I do not know',
    'certificate.issuedOn': '2022',
    'certificate.level': 'Nặng',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.oldCertificate': { paper: 'Không có giấy này' },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
