import { daysAgo } from '../e2e/support/at-the-table.ts';
import { consentsGiven, type Story } from './story.ts';

/** A young man needs copies of his diploma and of his card, and goes to the commune on the day after tomorrow. */
export const certifiedCopyStory: Story = {
  procedure: 'certified-copy',
  answers: {
    ...consentsGiven,
    'originals.have': 'Có đủ',
    'papers.number': '2',
    'paper.name.1': 'Bằng tốt nghiệp',
    'paper.state.1': 'Còn tốt',
    'paper.pages.1': '1',
    'paper.copies.1': '3',
    'paper.name.2': 'Thẻ căn cước',
    'paper.state.2': 'Còn tốt',
    'paper.pages.2': '2',
    'paper.copies.2': '3',
    'owner.name': 'Hà Văn Thoán',
    'owner.sex': 'Nam',
    'owner.birthDate': '03/02/1996',
    'owner.nationality': 'Việt Nam',
    'owner.idKind': 'Thẻ căn cước',
    'owner.nationalId': '038096000002',
    'owner.idIssuedOn': '15/04/2021',
    'owner.residence': { village: 'Bản Đôn' },
    'owner.residenceKind': 'Thường trú',
    'requester.relation': 'Chính người có giấy',
    'visit.on': daysAgo(-2),
    'document.originals': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
