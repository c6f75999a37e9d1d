import { daysAgo } from '../e2e/support/at-the-table.ts';
import { consentsGiven, type Story } from './story.ts';

/** A young man rents a room near his work for a year; the landlord agrees from the telephone. */
export const temporaryResidenceStory: Story = {
  procedure: 'temporary-residence',
  answers: {
    ...consentsGiven,
    'request.kind': 'Mới đến ở tạm',
    'requester.relation': 'Chính người đó',
    'person.name': 'Hà Văn Thoán',
    'person.sex': 'Nam',
    'person.birthDate': '03/02/1996',
    'person.residence': { village: 'Bản Đôn' },
    'person.nationalId': '038096000002',
    'home.place': { village: 'Khu phố 2', detail: 'Phòng trọ số 4' },
    'stay.until': daysAgo(-365),
    'home.owner': 'Nhà thuê, mượn hoặc ở nhờ',
    'household.head': 'Người khác',
    'household.headName': 'Vi Văn Y',
    'household.headNationalId': 'I do not know',
    'household.relation': 'Người ở nhờ, ở thuê',
    'household.agrees': 'Đồng ý',
    'opinion.way': 'Nhắn tin từ điện thoại',
    'members.number': '0',
    'filing.way': 'Nộp trực tiếp ở công an xã',
    'fee.exemption': 'Không thuộc diện nào',
    'document.homeProof': { paper: 'Có, để ở nhà', which: 'Giấy tờ về chỗ ở hợp pháp' },
  },
  endsWith: 'signature.requester',
};
