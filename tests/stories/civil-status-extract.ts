import { consentsGiven, type Story } from './story.ts';

/** A young woman needs two copies of her birth certificate; the old one is lost. */
export const civilStatusExtractStory: Story = {
  procedure: 'civil-status-extract',
  answers: {
    ...consentsGiven,
    'record.kind': 'Giấy khai sinh',
    'record.registered': 'Đã đăng ký',
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
    'book.office': 'Ủy ban nhân dân xã Thành Lâm',
    'book.paperHere': 'Không',
    'copies.number': '2',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
