package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.request.domain.RequestType;

/**
 * Data that is a person's own who is no student, as a guardian's telephone: of the categories {@code person-…}. What a
 * request about it leads to is another thing than what the same request about a student does.
 */
public final class OwnData {
    private static final String CATEGORY = "person-";
    private static final Map<String, String> STORED = Map.of(
            "vi",
            "Nơi giữ chỉ lưu, không dùng dữ liệu của chính bạn cho việc này nữa: nhà trường có thể không gọi, nhắn tin hay"
                    + " gửi thư cho bạn được. Thông báo vẫn vào hộp thư của bạn trên cổng. Quan hệ cha mẹ, giám hộ là việc"
                    + " hộ tịch nên giữ nguyên: bạn vẫn quyết định thay con. Thôi lúc nào cũng được.",
            "en",
            "Whoever holds your own data stores it and does not use it for this any more: the school may be unable to call"
                    + " you, text you or write to you. Notices still reach your inbox in the portal. That you are parent or"
                    + " guardian is a fact of the civil register and stays: you still decide for your child. You may lift"
                    + " it at any time.");
    private static final Map<String, String> ERASED = Map.of(
            "vi",
            "Nơi giữ xóa hẳn dữ liệu của chính bạn: nhà trường không gọi, nhắn tin hay gửi thư cho bạn được nữa, trừ khi bạn"
                    + " cung cấp lại. Thông báo chỉ còn vào hộp thư của bạn trên cổng. Quan hệ cha mẹ, giám hộ là việc hộ"
                    + " tịch nên không bị xóa: bạn vẫn quyết định thay con. Quyết định và yêu cầu bạn đã gửi là bằng chứng"
                    + " và vẫn được lưu.",
            "en",
            "Whoever holds your own data erases it for good: the school cannot call you, text you or write to you any more,"
                    + " unless you give it anew. Notices only reach your inbox in the portal. That you are parent or"
                    + " guardian is a fact of the civil register and is not erased: you still decide for your child."
                    + " Decisions and requests that you sent are proof, and are kept.");

    private OwnData() {}

    /** Whether such data is a person's own. */
    public static boolean is(String category) {
        return category.startsWith(CATEGORY);
    }

    /** A purpose as far as somebody holds a person's own data for it; empty where nobody does. */
    public static Optional<KnownPurpose> of(KnownPurpose purpose) {
        return part(purpose, purpose.consequences())
                .filter(own -> !own.recipients().isEmpty());
    }

    /** The same, with what such a request leads to for the person. */
    public static Optional<KnownPurpose> of(KnownPurpose purpose, RequestType type) {
        return of(purpose)
                .flatMap(own -> part(
                        own,
                        switch (type) {
                            case RESTRICT, OBJECT -> STORED;
                            case DELETE -> ERASED;
                            case WITHDRAW, ACCESS, PROVIDE, RECTIFY, COMPLAIN -> own.consequences();
                        }));
    }

    /** A purpose as far as it is about students; empty where all its data is other people's own. */
    public static Optional<KnownPurpose> besides(KnownPurpose purpose) {
        List<String> students =
                purpose.dataCategories().stream().filter(each -> !is(each)).toList();
        return students.isEmpty() && !purpose.dataCategories().isEmpty()
                ? Optional.empty()
                : Optional.of(with(purpose, students, purpose.consequences()));
    }

    private static Optional<KnownPurpose> part(KnownPurpose purpose, Map<String, String> consequences) {
        List<String> own = purpose.dataCategories().stream().filter(OwnData::is).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(with(purpose, own, consequences));
    }

    private static KnownPurpose with(KnownPurpose purpose, List<String> categories, Map<String, String> consequences) {
        return new KnownPurpose(
                purpose.code(),
                purpose.version(),
                purpose.lawfulBasis(),
                categories,
                purpose.names(),
                consequences,
                purpose.recipients());
    }
}
