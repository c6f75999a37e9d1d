import { consentsGiven, type Story } from './story.ts';

/** An old woman who knows only her birth year, which is long enough ago; she wants the money in cash, in her village. */
export const socialPensionStory: Story = {
  procedure: 'social-pension',
  answers: {
    ...consentsGiven,
    'requester.relation': 'Chính người đó',
    'person.name': 'Lò Thị Pỏm',
    'person.sex': 'Nữ',
    'person.birthDate': '1944',
    'person.ethnicity': 'Thái',
    'person.idKind': 'Thẻ căn cước',
    'person.nationalId': '038144000005',
    'person.residence': { village: 'Bản Hiêu' },
    'person.contactSame': 'Có',
    'person.benefit': 'Không nhận khoản nào',
    'pension.amount': 'nothing, go on',
    'payment.way': 'Tiền mặt',
    'payment.place': { village: 'Bản Hiêu' },
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
