package vn.edu.privacy.standalone.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The units that the demo's schools stand in: the Department, one office, and the schools with their heads. */
public final class DemoUnits {
    private static final String DEPARTMENT = "so-gddt";
    private static final String OFFICE = "phong-tieu-hoc";

    private DemoUnits() {}

    /** Request bodies of registrations by the unit's code, those above first. */
    public static Map<String, String> registrations() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put(DEPARTMENT, unit("DEPARTMENT", "Sở Giáo dục và Đào tạo", "Department of Education and Training"));
        units.put(OFFICE, unit("OFFICE", "Phòng Giáo dục Phổ thông", "Office of General Education"));
        DemoWorld.NAMES.forEach((code, name) ->
                units.put(code, unit("SCHOOL", name.getOrDefault("vi", code), name.getOrDefault("en", code))));
        return units;
    }

    /** The unit above; nothing above the Department. */
    public static Map<String, String> parents() {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put(OFFICE, DEPARTMENT);
        DemoWorld.SCHOOLS.forEach(school -> parents.put(school, OFFICE));
        return parents;
    }

    /** The body that hands a unit over to its head. */
    public static String handover(DemoPerson head, LocalDate from) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "personId",
                        head.personId(),
                        "name",
                        head.name(),
                        "position",
                        Map.of("vi", "Hiệu trưởng", "en", "Headteacher"),
                        "from",
                        from.toString()));
    }

    private static String unit(String level, String vi, String en) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "level",
                        level,
                        "standing",
                        "PUBLIC",
                        "name",
                        Map.of("vi", vi, "en", en),
                        "contact",
                        Map.of("vi", "Văn phòng " + vi, "en", "Office of " + en)));
    }
}
