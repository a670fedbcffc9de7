package vn.edu.privacy.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Invents people one after the other; with the same seed the same ones. */
final class People {

    private static final List<String> WOMEN = List.of(
            "Ngọc Anh",
            "Thu Hà",
            "Thanh Hương",
            "Minh Châu",
            "Thùy Dung",
            "Bảo Ngọc",
            "Khánh Linh",
            "Hồng Nhung",
            "Phương Thảo",
            "Mai Lan",
            "Kim Oanh",
            "Thanh Tâm",
            "Diệu Hiền",
            "Thu Trang",
            "Yến Nhi",
            "Tường Vi",
            "Gia Hân",
            "Quỳnh Như",
            "Hải Yến",
            "Thanh Trúc");
    private static final List<String> MEN = List.of(
            "Minh Quân",
            "Đức Anh",
            "Gia Bảo",
            "Quốc Huy",
            "Hoàng Nam",
            "Tuấn Kiệt",
            "Anh Dũng",
            "Thành Đạt",
            "Hữu Phước",
            "Văn Hùng",
            "Ngọc Sơn",
            "Trung Kiên",
            "Bảo Long",
            "Nhật Minh",
            "Đăng Khoa",
            "Xuân Phúc",
            "Công Thành",
            "Khôi Nguyên",
            "Thiên Ân",
            "Việt Hoàng");

    private final Random random;
    private final Faker faker;
    private final Usernames usernames = new Usernames();
    private int count;

    People(Random random) {
        this.random = random;
        this.faker = new Faker(Locale.of("vi"), random);
    }

    /** Vietnamese family names are the locale's first names: they come first. */
    String familyName() {
        return faker.name().firstName();
    }

    String address() {
        return faker.number().numberBetween(1, 300) + " đường " + familyName() + " "
                + MEN.get(random.nextInt(MEN.size())) + ", " + faker.address().city();
    }

    DemoPerson guardian(String familyName, boolean woman, String address) {
        return person(familyName, woman, "guardian", "ph", address);
    }

    DemoPerson student(String familyName, boolean woman, String address, boolean hasLogin) {
        DemoPerson child = person(familyName, woman, "student", "hs", address);
        return hasLogin
                ? child
                : new DemoPerson(
                        child.personId(),
                        child.name(),
                        child.role(),
                        null,
                        child.email(),
                        child.phone(),
                        address,
                        "vi",
                        null);
    }

    DemoPerson staff(String role, String username, @Nullable String schoolId) {
        String name = familyName() + " " + WOMEN.get(random.nextInt(WOMEN.size()));
        return new DemoPerson(
                nextId(), name, role, username, username + "@truong.example.com", phone(), address(), "vi", schoolId);
    }

    private DemoPerson person(String familyName, boolean woman, String role, String prefix, String address) {
        List<String> given = woman ? WOMEN : MEN;
        String name = familyName + " " + given.get(random.nextInt(given.size()));
        String username = usernames.of(prefix, name);
        return new DemoPerson(
                nextId(), name, role, username, username + "@gia-dinh.example.com", phone(), address, "vi", null);
    }

    private String phone() {
        return "09" + faker.number().digits(8);
    }

    private UUID nextId() {
        count++;
        return UUID.nameUUIDFromBytes(("demo person " + count).getBytes(StandardCharsets.UTF_8));
    }
}
