/*
 * What encoding 2 has read before it packs anything. Nobody's names: common family and given names of the mountains and the
 * lowlands in chance company, the communes of Thanh Hóa and the ethnic groups of the official list. Part of the wire: the
 * bytes never change (a test pins their hash).
 */

export const NAMES_2 = `
Quàng Minh Hiếu,Ngân Bảo Nga,Tạ Thị Nhàn,Lưu Trọng Tiến,Lê Phương Ý,Hứa Tuấn Bắc,Nguyễn Thu Liên,
Lê Tuấn Lâm,Lục Minh Chung,Ngô Thanh Quang,Lục Văn Sinh,Trịnh Thu Oanh,Nguyễn Văn Quyết,Lường Thị Hằng,
Thào Văn Tuyên,Giàng Mai Giang,Quách Thị Ngà,Cao Văn Viết,Trần Văn Hiển,Hứa Hữu Khang,Đinh Thu Thùy,
Đặng Văn Huy,Tống Thanh Thức,Tống Thu Xuân,Lương Khánh Tình,Thào Văn Đông,Vàng Minh Nghị,Lưu Thị Xuyến,
Trương Công Học,Tòng Thị Trà,Quàng Quốc Đại,Vũ Minh Lụa,Vi Hải Lương,Vi Ngọc Hạnh,Vàng Thị Anh,
Lữ Thị Huệ,Lộc Văn Trung,Lộc Thị Mến,Tòng Văn Khánh,Hồ Trọng Thịnh,Thào Mai Ly,Cao Kim Mỹ,Mai Văn Đăng,
Giàng Văn Mạnh,Dương Ngọc Thuận,Lò Văn Danh,Triệu Hải Mây,Võ Gia Toàn,Khoàng Thị Hoài,Đoàn Minh Thắm,
Bùi Thị Nguyên,Phàn Thị Uyên,Đỗ Văn Chính,Đoàn Hữu Vượng,Lý Kim Nghĩa,Hơ Văn Ninh,Hồ Xuân Lợi,
Mùa Mai Diệp,Trịnh Thị Lành,Lý Công Khải,Lục Phương Nhi,La Hải An,Phạm Văn Chiến,Đỗ Văn Đàm,
Hạng Xuân Tấn,Thao Thị Trúc,Lương Thị Na,Xa Văn Hữu,Lưu Tuấn Thái,Lê Văn Thành,Mùa Thị Cúc,
Huỳnh Quang Thông,Trương Thanh Hà,Lưu Mai Diệu,Khoàng Văn Tú,Đỗ Thanh Châu,Thào Minh Hồng,
Quách Thị Duyên,Quách Văn Điệp,Phan Thị Khuyên,Dương Khánh Phượng,Lý Thanh Ánh,Đặng Văn Đạo,
Lò Thị Quyên,Ngô Thanh Sen,Trương Minh Đồng,Lò Minh Thảo,Lương Anh Sỹ,Khà Thị Hiên,Cầm Thị Chinh,
Phan Thị Hạ,Hồ Thị Liễu,Sùng Văn Phúc,Lưu Thị Hường,Phàn Văn Hòa,Cầm Minh Thọ,Triệu Minh Cảnh,
Lương Văn Trọng,Trần Thị Thúy,Lương Thị Huyền,Hứa Thị Nhài,Nguyễn Khánh Lam,Thao Hồng Xoan,
Khoàng Thị Dung,Ngân Bảo Linh,Tống Thị Yến,Lê Văn Tiệp,Dương Công Nhân,Trần Văn Hiệp,Lục Văn Kiên,
Đoàn Thị Diễm,Vi Kim Như,Khà Anh Lân,Vũ Trọng Hải,Mùa Thế Kha,Võ Thị Minh,Mã Khánh My,Chu Văn Thiện,
Hà Văn Hào,Xa Văn Tường,Quàng Thị Sương,Vừ Thị Trang,Huỳnh Gia Việt,Đinh Thị Quỳnh,Thao Văn Dũng,
La Minh Quyền,Vũ Phương Kiều,Ngô Thị Bích,Hoàng Minh Bình,Xa Văn Văn,Thào Khánh Tâm,Ngân Văn Vinh,
Bùi Văn Nghĩa,Vũ Thế Tùng,Lường Văn Ba,Cao Hữu Duy,Quàng Hữu Hoàng,Tòng Văn Hùng,Sùng Văn Phong,
Tạ Thị Ngọc,La Thị Vân,Xa Thanh Thơm,Lường Mạnh Sơn,Đặng Quốc Đức,Giàng Thị Nguyệt,Quách Văn Sáng,
Hứa Thị Thoa,Vàng Thị Ngân,Khoàng Văn Định,Sùng Công Quân,Ngân Thị Hương,Cầm Quang Vũ,Lò Công Khoa,
Mai Hữu Giáp,Võ Hữu Kiệt,Cứ Thị Mận,Trần Thị Loan,Vàng Thùy Hoàn,Tống Mai Tuyết,Hơ Diệu Hoa,Vừ Hữu Hoan,
Vũ Văn Nhật,Vi Văn Long,Võ Thị Chi,Cứ Thị Thêu,Ngân Bảo Lý,Lường Diệu Thủy,Mai Văn Tài,Mai Minh Phú,
Vũ Minh Thương,Khà Minh Tân,Lầu Văn Phát,Tòng Văn Bảo,Hồ Thùy Hậu,Sùng Thị Hòa,Huỳnh Văn Trường,
Triệu Gia Thắng,Phạm Ngọc Trinh,Phan Văn Khôi,Phan Bảo Mơ,Trịnh Bảo Vy,Phan Mai Thanh,Hạng Thu Mai,
Nguyễn Văn Nam,Lò Văn Quốc,Mã Văn Trí,Đặng Văn Luân,Vừ Thị Hiền,Huỳnh Văn Cường,Ngô Hải Lan,
Đặng Thị Trâm,Đinh Văn Phước,Lầu Ngọc Tươi,Tòng Quang Lộc,Lưu Thị Nhung,Quàng Thu Lệ,Mai Quỳnh Yên,
Chu Văn Duẩn,Hà Văn Minh,Dương Văn Võ,Thao Đức Doanh,Lý Quang Hậu,Vàng Ngọc Thơ,Lộc Văn Khiêm,
Vừ Mạnh Tuấn,Khà Trọng Đạt,Khoàng Hữu Hưng,Lữ Thị Thu,Lộc Văn Lực,Xa Thị Đào,Cao Xuân Quý,`;

export const COMMUNES_2 = `
Hàm Rồng,Hạc Thành,Bỉm Sơn,Quang Trung,Mường Lát,Tam Chung,Mường Lý,Trung Lý,Quang Chiểu,Pù Nhi,Nhi Sơn,
Mường Chanh,Hồi Xuân,Trung Thành,Trung Sơn,Phú Lệ,Phú Xuân,Hiền Kiệt,Nam Xuân,Thiên Phủ,Bá Thước,
Điền Quang,Điền Lư,Quý Lương,Pù Luông,Cổ Lũng,Văn Nho,Thiết Ống,Trung Hạ,Tam Thanh,Sơn Thủy,Na Mèo,
Quan Sơn,Tam Lư,Sơn Điện,Mường Mìn,Yên Khương,Yên Thắng,Giao An,Văn Phú,Linh Sơn,Đồng Lương,Ngọc Lặc,
Thạch Lập,Ngọc Liên,Nguyệt Ấn,Kiên Thọ,Minh Sơn,Cẩm Thủy,Cẩm Thạch,Cẩm Tú,Cẩm Vân,Cẩm Tân,Kim Tân,
Vân Du,Thạch Quảng,Thạch Bình,Thành Vinh,Ngọc Trạo,Hà Trung,Hà Long,Hoạt Giang,Lĩnh Toại,Tống Sơn,
Vĩnh Lộc,Tây Đô,Biện Thượng,Yên Phú,Quý Lộc,Yên Trường,Yên Ninh,Định Hòa,Định Tân,Yên Định,Thọ Xuân,
Thọ Long,Xuân Hòa,Lam Sơn,Sao Vàng,Thọ Lập,Xuân Tín,Xuân Lập,Bát Mọt,Yên Nhân,Vạn Xuân,Lương Sơn,
Luận Thành,Thắng Lộc,Thường Xuân,Xuân Chinh,Tân Thành,Triệu Sơn,Thọ Bình,Hợp Tiến,Tân Ninh,Đồng Tiến,
Thọ Ngọc,Thọ Phú,An Nông,Thiệu Hóa,Thiệu Tiến,Thiệu Quang,Thiệu Toán,Thiệu Trung,Đông Tiến,Hoằng Hóa,
Hoằng Giang,Hoằng Phú,Hoằng Sơn,Nguyệt Viên,Hoằng Lộc,Hoằng Châu,Hoằng Tiến,Hoằng Thanh,Hậu Lộc,
Triệu Lộc,Đông Thành,Hoa Lộc,Vạn Lộc,Nga Sơn,Tân Tiến,Nga Thắng,Hồ Vương,Nga An,Ba Đình,Như Xuân,
Xuân Bình,Hóa Quỳ,Thanh Phong,Thanh Quân,Thượng Ninh,Như Thanh,Xuân Du,Mậu Lâm,Xuân Thái,Yên Thọ,
Thanh Kỳ,Nông Cống,Trung Chính,Thắng Lợi,Thăng Bình,Trường Văn,Tượng Lĩnh,Công Chính,Đông Sơn,
Đông Quang,Lưu Vệ,Quảng Yên,Quảng Chính,Quảng Ngọc,Nam Sầm Sơn,Quảng Phú,Sầm Sơn,Quảng Ninh,Quảng Bình,
Tiên Trang,Tĩnh Gia,Ngọc Sơn,Các Sơn,Tân Dân,Hải Lĩnh,Đào Duy Từ,Trúc Lâm,Trường Lâm,Hải Bình,Nghi Sơn,`;

export const GROUPS_2 = `
Tày,Hoa,Khơ-me,Nùng,Gia-rai,Ngái,Ê-đê,Ba-na,Xơ-đăng,Sán Chay,Cơ-ho,Chăm,Sán Dìu,Hrê,Mnông,Ra-glai,
Xtiêng,Bru - Vân Kiều,Giáy,Cơ-tu,Gié - Triêng,Mạ,Co,Tà-ôi,Chơ-ro,Kháng,Xinh-mun,Hà Nhì,Chu-ru,Lào,
La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ-măm,
Mường,Thái,Kinh,Mông,Dao,Thổ,Khơ-mú,`;
