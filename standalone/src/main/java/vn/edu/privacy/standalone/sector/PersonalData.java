package vn.edu.privacy.standalone.sector;

import static java.util.Map.entry;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.edu.privacy.standalone.demo.DemoStudent;

/** What each holder keeps of a student, by data category; invented, and the same for a student every time. */
final class PersonalData {

    record Label(String vi, String en) {}

    record Item(String category, Label label, String value) {}

    private record Kept(Label label, Function<DemoStudent, String> value) {}

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Map<String, Kept> SECTOR_DATABASE = ordered(
            kept(
                    "full-name",
                    "Họ và tên",
                    "Full name",
                    student -> student.person().name()),
            kept("birth-date", "Ngày sinh", "Date of birth", PersonalData::birthDate),
            kept("class-name", "Lớp", "Class", DemoStudent::className),
            kept(
                    "home-address",
                    "Địa chỉ",
                    "Home address",
                    student -> student.person().address()),
            kept(
                    "guardian-phone",
                    "Điện thoại người thân",
                    "Guardian's telephone",
                    student -> student.person().phone()),
            kept(
                    "health-history",
                    "Tiền sử bệnh",
                    "Medical history",
                    pick("Không ghi nhận", "Hen phế quản nhẹ", "Cận thị hai mắt", "Viêm mũi dị ứng")),
            kept(
                    "vaccinations",
                    "Tiêm chủng",
                    "Vaccinations",
                    pick("Đủ theo lịch", "Thiếu mũi nhắc sởi", "Đủ theo lịch")),
            kept(
                    "body-measures",
                    "Chiều cao, cân nặng",
                    "Height and weight",
                    student -> (105 + number(student, 60)) + " cm, " + (18 + number(student, 40)) + " kg"),
            kept("allergies", "Dị ứng", "Allergies", pick("Không", "Hải sản", "Đậu phộng", "Không", "Sữa bò")),
            kept(
                    "health-insurance-number",
                    "Mã số thẻ bảo hiểm y tế",
                    "Health insurance number",
                    student -> "HS479" + student.sectorId()),
            kept("photo", "Ảnh chân dung", "Portrait photo", student -> "anh-the-" + student.className() + ".jpg"),
            kept(
                    "learning-account",
                    "Tài khoản học tập",
                    "Learning account",
                    student -> student.sectorId() + "@hoc.example"),
            kept("learning-results", "Kết quả học tập", "Learning results", pick("Tốt", "Khá", "Đạt", "Tốt")),
            kept("attendance", "Chuyên cần", "Attendance", student -> "Nghỉ có phép " + number(student, 4) + " buổi"));

    private static final Map<String, Kept> TRANSPORT = ordered(
            kept(
                    "full-name",
                    "Họ và tên",
                    "Full name",
                    student -> student.person().name()),
            kept(
                    "pick-up-point",
                    "Điểm đón",
                    "Pick-up point",
                    student -> student.person().address()),
            kept("bus-route", "Tuyến xe", "Bus route", student -> "Tuyến " + (1 + number(student, 6))),
            kept(
                    "guardian-phone",
                    "Điện thoại người thân",
                    "Guardian's telephone",
                    student -> student.person().phone()));

    private static final Map<String, Map<String, Kept>> HOLDERS =
            Map.of("sector-database", SECTOR_DATABASE, "sao-mai-transport", TRANSPORT);

    private PersonalData() {}

    /**
     * The items of these categories that the holder keeps, all when none is named; those it has not are left out.
     *
     * @param done what the holder was told about the student and has done, oldest first
     */
    static List<Item> of(
            String holder, DemoStudent student, List<String> categories, List<SectorStore.Instruction> done) {
        Set<String> erased = new HashSet<>();
        Map<String, String> rectified = new HashMap<>();
        for (SectorStore.Instruction each : done) {
            if (each.kind().equals("ERASE")) {
                erased.addAll(each.dataCategories());
            }
            if (each.corrections() != null) {
                each.corrections().forEach(right -> rectified.put(right.category(), right.value()));
            }
        }
        return HOLDERS.getOrDefault(holder, Map.of()).entrySet().stream()
                .filter(kept -> categories.isEmpty() || categories.contains(kept.getKey()))
                .filter(kept -> !erased.contains(kept.getKey()))
                .map(kept -> new Item(
                        kept.getKey(),
                        kept.getValue().label(),
                        rectified.getOrDefault(
                                kept.getKey(), kept.getValue().value().apply(student))))
                .toList();
    }

    private static String birthDate(DemoStudent student) {
        return student.birthDate() == null ? "Chưa rõ" : DATE.format(student.birthDate());
    }

    private static Function<DemoStudent, String> pick(String... values) {
        return student -> values[number(student, values.length)];
    }

    private static int number(DemoStudent student, int below) {
        return Math.floorMod(student.sectorId().hashCode(), below);
    }

    private static Map.Entry<String, Kept> kept(
            String code, String vi, String en, Function<DemoStudent, String> value) {
        return entry(code, new Kept(new Label(vi, en), value));
    }

    @SafeVarargs
    private static Map<String, Kept> ordered(Map.Entry<String, Kept>... entries) {
        Map<String, Kept> all = new LinkedHashMap<>();
        for (Map.Entry<String, Kept> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }
}
