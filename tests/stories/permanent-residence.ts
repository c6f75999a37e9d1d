import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A young wife moves with her little daughter to her parents-in-law; the old man agrees and signs at home. */
export const permanentResidenceStory: Story = {
  procedure: 'permanent-residence',
  answers: {
    ...consentsGiven,
    'request.kind': 'Chuyển đến ở hẳn',
    'requester.relation': 'Chính người đó',
    'person.name': 'Lò Thị Mẩy',
    'person.sex': 'Nữ',
    'person.birthDate': '1999',
    'person.residence': { village: 'Bản Son' },
    'person.nationalId': '038199000001',
    'home.place': { village: 'Bản Đôn' },
    'home.owner': 'Nhà của người thân',
    'household.head': 'Người khác',
    'household.headName': 'Hà Văn Pản',
    'household.headNationalId': 'I do not know',
    'household.relation': 'Con dâu hoặc con rể',
    'household.agrees': 'Đồng ý',
    'opinion.way': 'Ký vào tờ khai',
    'members.number': '1',
    'member.name.1': 'Hà Thị Xuân',
    'member.birthDate.1': '01/03/2024',
    'member.sex.1': 'Nữ',
    'member.nationalId.1': 'I do not know',
    'member.relation.1': 'Cháu',
    'filing.way': 'Nộp trực tiếp ở công an xã',
    'fee.exemption': 'Không thuộc diện nào',
    'document.homeProof': {
      paper: 'Có mang theo, chụp ảnh',
      which: 'Giấy tờ về quan hệ với chủ hộ',
      photos: [makePicture(1)],
    },
    'document.headOpinion': { paper: 'Có, để ở nhà' },
  },
  endsWith: 'signature.requester',
};
