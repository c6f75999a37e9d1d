import { daysAgo } from '../e2e/support/at-the-table.ts';
import { consentsGiven, type Story } from './story.ts';

/** An old woman lets her grandson fetch her pension; he interprets, and she gives a thumbprint at the commune. */
export const signatureCertificationStory: Story = {
  procedure: 'signature-certification',
  answers: {
    ...consentsGiven,
    'paper.kind': 'Giấy ủy quyền nộp hộ, nhận hộ',
    'paper.name': 'Giấy ủy quyền nhận lương hưu',
    'paper.signed': 'Chưa ký',
    'signer.comes': 'Tự ra xã được',
    'signer.name': 'Vi Thị Én',
    'signer.sex': 'Nữ',
    'signer.birthDate': '1948',
    'signer.nationality': 'Việt Nam',
    'signer.idKind': 'Thẻ căn cước công dân',
    'signer.nationalId': '038148000004',
    'signer.idIssuedOn': 'I do not know',
    'signer.residence': { village: 'Bản Đôn' },
    'signer.residenceKind': 'Thường trú',
    'signing.way': 'Điểm chỉ',
    'signing.finger': 'Ngón trỏ phải',
    'language.fluent': 'Không',
    'language.spoken': 'Tiếng Thái',
    'interpreter.whose': 'Người nhà tự mời',
    'interpreter.name': 'Hà Văn Thoán',
    'interpreter.nationalId': 'I do not know',
    'visit.on': daysAgo(-2),
    'document.paperToSign': { paper: 'Có mang theo, chỉ cho xem' },
    'document.signerId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
