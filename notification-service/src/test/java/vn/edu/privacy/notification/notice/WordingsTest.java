package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.SmsText;
import vn.edu.privacy.platform.page.PortalProperties;

/** What leaves the house: the same words for everybody, and one link. */
class WordingsTest {
    private static final Wordings WORDINGS = new Wordings(new NoticeTexts(bundle()));
    private static final UUID NOTICE = UUID.fromString("0198c0de-1234-7abc-8def-0123456789ab");
    private static final String RIGHTS = "https://dulieu.sogd-tinh.example.vn/rights";
    private static final String LINK =
            new NoticeLinks(new PortalProperties("https://x/consents", RIGHTS, "S")).toMessage(NOTICE);
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern PLACE = Pattern.compile("[{}%<>@]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}");

    @Test
    void thereAreWordsForEveryKindChannelAndLanguage() {
        for (NoticeKind kind : NoticeKind.values()) {
            for (Channel channel : Channel.values()) {
                for (Locale language : Wordings.LANGUAGES) {
                    assertThat(WORDINGS.all())
                            .filteredOn(each -> each.name().equals(kind.name())
                                    && each.channel() == channel
                                    && each.language().equals(language))
                            .hasSize(1);
                }
            }
        }
        assertThat(WORDINGS.all())
                .hasSize(Wordings.LANGUAGES.size()
                        * (NoticeKind.values().length * Channel.values().length + Channel.OUTSIDE.size()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMessageHoldsItsLinkAndNothingOfAnyPerson(Wording wording) {
        String text = text(wording);

        if (wording.channel() == Channel.PORTAL) {
            assertThat(text).doesNotContainPattern(URL);
        } else {
            assertThat(URL.matcher(text).results().map(MatchResult::group)).containsExactly(LINK);
        }
        String words = wording.subject() + text.replace(LINK, "");
        assertThat(words)
                .doesNotContainPattern(PLACE)
                .doesNotContainPattern(NUMBER)
                .doesNotContainPattern(ID);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingButTheLinkAndTitlesIsEverPutIn(Wording wording) {
        String skeleton = wording.body().replace(Wording.LINK, "").replace(Wording.TITLES, "");

        assertThat(wording.subject() + skeleton).doesNotContainPattern("[{}]");
        assertThat(wording.text("A", "B"))
                .isEqualTo(wording.body().replace("{link}", "A").replace("{titles}", "B"));
    }

    @Test
    void theLinkNamesNeitherAPersonNorAMatter() {
        assertThat(LINK).matches(Pattern.quote(RIGHTS) + "/n/[A-Za-z0-9_-]{22}");
        assertThat(MessageCode.read(LINK.substring(LINK.lastIndexOf('/') + 1))).contains(NOTICE);
        for (String other : List.of("", "x", "AAAA", "!".repeat(22), "A".repeat(23), "A".repeat(24))) {
            assertThat(MessageCode.read(other)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sms")
    void anSmsWithoutDiacriticsIsOnePartAndWithThemAtMostThree(Wording wording) {
        SmsText plain = SmsText.of(text(wording), false);
        SmsText marked = SmsText.of(text(wording), true);

        assertThat(plain.encoding()).as(plain.text()).isEqualTo(SmsText.Encoding.GSM7);
        assertThat(plain.parts()).as(plain.text() + ": " + plain.units()).isEqualTo(1);
        assertThat(marked.parts()).as(marked.text()).isLessThanOrEqualTo(3);
    }

    @Test
    void aMessageOfSeveralKindsNamesEachByItsTitle() {
        List<NoticeKind> kinds = List.of(NoticeKind.CONSENT_EXPIRING, NoticeKind.TRANSFERRED);
        Wording digest = WORDINGS.of(kinds, Channel.EMAIL, Locale.ENGLISH);

        assertThat(digest.name()).isEqualTo(Wording.DIGEST);
        assertThat(digest.text(LINK, WORDINGS.titles(kinds, Locale.ENGLISH)))
                .contains("– A consent ends soon\n– The student is no longer at the former school\n\n");
        assertThat(WORDINGS.of(List.of(NoticeKind.TRANSFERRED), Channel.EMAIL, Locale.ENGLISH))
                .isEqualTo(WORDINGS.of(NoticeKind.TRANSFERRED, Channel.EMAIL, Locale.ENGLISH));
    }

    @Test
    void anotherWordIsAnotherDigest() {
        Wording one = new Wording("A", Channel.SMS, Locale.ENGLISH, "ab", "c");

        assertThat(one.digest()).isEqualTo(new Wording("A", Channel.SMS, Locale.ENGLISH, "ab", "c").digest());
        assertThat(one.digest()).isNotEqualTo(new Wording("A", Channel.SMS, Locale.ENGLISH, "a", "bc").digest());
    }

    static Stream<Wording> all() {
        return WORDINGS.all().stream();
    }

    static Stream<Wording> sms() {
        return all().filter(wording -> wording.channel() == Channel.SMS);
    }

    private static String text(Wording wording) {
        return wording.text(LINK, WORDINGS.titles(Arrays.asList(NoticeKind.values()), wording.language()));
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/notice");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
