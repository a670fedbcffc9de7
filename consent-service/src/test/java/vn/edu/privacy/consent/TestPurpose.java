package vn.edu.privacy.consent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A purpose as a data-protection officer would write it, complete in both languages. */
final class TestPurpose {
    private TestPurpose() {}

    static String newCode(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Map<String, Object> draft(String code, String name) {
        Map<String, Object> purpose = content(name);
        purpose.put("code", code);
        return purpose;
    }

    static Map<String, Object> nextVersion(String name, String change) {
        Map<String, Object> purpose = content(name);
        purpose.put("change", change);
        return purpose;
    }

    /** A purpose that rests on a law, with everything that processing without consent needs. */
    static Map<String, Object> byLaw(String code, String name) {
        Map<String, Object> purpose = draft(code, name);
        purpose.put("category", "ADMINISTRATION");
        purpose.put("lawfulBasis", "STATE_AGENCY_OPERATION");
        purpose.put("legalReference", "Điều 27 Thông tư 42/2021/TT-BGDĐT");
        purpose.put("safeguards", safeguards(School.today().plusMonths(6)));
        return purpose;
    }

    static Map<String, Object> safeguards(LocalDate nextReview) {
        Map<String, Object> safeguards = new HashMap<>();
        safeguards.put("procedure", "QT-07/2026");
        safeguards.put("responsible", "position.deputy-head");
        safeguards.put("measures", text("Mã hóa khi lưu"));
        safeguards.put("nextReview", nextReview.toString());
        safeguards.put("complaints", text("Phòng tiếp dân, 028 0000 0001"));
        return safeguards;
    }

    static Map<String, Object> content(String name) {
        Map<String, Object> purpose = new HashMap<>();
        purpose.put("category", "EDUCATION");
        purpose.put("lawfulBasis", "CONSENT");
        purpose.put("sensitive", true);
        purpose.put("dataCategories", List.of(category("height", "Chiều cao"), category("allergies", "Dị ứng")));
        purpose.put("recipients", List.of(Map.of("code", "sector-database", "name", text("Cơ sở dữ liệu ngành"))));
        purpose.put("periodKind", "SCHOOL_YEAR");
        purpose.put("processingFrom", "2024-09-05");
        purpose.put("processingUntil", School.today().plusYears(3).toString());
        purpose.put("notices", Map.of("vi", notice(name), "en", notice(name + " (English)")));
        return purpose;
    }

    static Map<String, Object> category(String code, String name) {
        return Map.of("code", code, "name", text(name), "sensitive", true);
    }

    static Map<String, Object> text(String text) {
        return Map.of("vi", text, "en", text + " (English)");
    }

    static Map<String, Object> notice(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("summary", "Trường ghi lại kết quả khám sức khỏe."),
                Map.entry("processing", "Ghi và lưu trong cơ sở dữ liệu ngành."),
                Map.entry("recipients", "Nhân viên y tế của trường."),
                Map.entry("risks", "Lộ thông tin sức khỏe."),
                Map.entry("ifRefused", "Con vẫn học bình thường."),
                Map.entry("withdrawal", "Trong cổng, bất cứ lúc nào."),
                Map.entry("consequences", "Khi con mệt, trường sẽ gọi anh/chị."),
                Map.entry("rights", "Xem, sửa, xóa, rút lại."),
                Map.entry("controller", "Trường Hoa Sen, 028 0000 0000"),
                Map.entry("childText", "Trường xin phép ghi chiều cao của em."));
    }
}
