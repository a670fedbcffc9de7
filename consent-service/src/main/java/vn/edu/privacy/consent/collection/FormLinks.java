package vn.edu.privacy.consent.collection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * Links to the form services by which schools must not collect (letter 8343/SGDĐT-VP par. 1.4, S-06). An address is read as a
 * browser reads it (WHATWG URL), and what counts is its host, never that some text contains a name. An address that leads on
 * to another, as search engines and mail filters write them, counts as the one it leads to.
 */
public final class FormLinks {
    /** Hosts that serve nothing but forms; their subdomains too. */
    private static final List<String> FORM_HOSTS = List.of(
            "forms.gle",
            "forms.google.com",
            "forms.office.com",
            "forms.office365.us",
            "forms.microsoft.com",
            "forms.cloud.microsoft",
            "customervoice.microsoft.com");

    /** Hosts that serve forms among other things, with what their paths look like then. */
    private static final List<Among> FORMS_AMONG_OTHERS = List.of(
            new Among(
                    "docs.google.com",
                    "(/a/[^/]+)?(/u/[0-9]+)?/(forms|spreadsheets?/(viewform|embeddedform|formResponse))(/.*)?"),
            new Among(
                    "spreadsheets.google.com", "(/a/[^/]+)?/(spreadsheet/)?(viewform|embeddedform|formResponse)(/.*)?"),
            new Among("goo.gl", "/forms(/.*)?"));

    private static final Pattern BETWEEN = Pattern.compile("[\\s\"'<>()\\[\\]{}|`“”‘’«»,;]+");
    private static final Pattern WEB = Pattern.compile("(?i)https?:.*");
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+-]*:.*");
    /** What stands for a dot between the parts of a host in some scripts (UTS 46). */
    private static final Pattern IDEOGRAPHIC_DOT = Pattern.compile("[\u3002\uFF0E\uFF61]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");
    private static final int LONGEST = 20_000;
    /** How many addresses inside one another are followed. */
    private static final int DEPTH = 3;

    private FormLinks() {}

    /** The first link in the text that leads to a form service; empty when none does. */
    public static Optional<String> in(String text) {
        String seen = INVISIBLE
                .matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                .replaceAll("");
        String plain = IDEOGRAPHIC_DOT
                .matcher(Normalizer.normalize(seen, Normalizer.Form.NFKC))
                .replaceAll(".");
        return Stream.of(seen, plain)
                .distinct()
                .flatMap(BETWEEN::splitAsStream)
                .filter(word -> word.indexOf('.') > 0 || WEB.matcher(word).matches())
                .filter(word -> leadsToForm(word, DEPTH))
                .findFirst();
    }

    /** The host of an address as browsers understand it, in ASCII; empty when it is no address of the web. */
    public static Optional<String> host(String address) {
        return parsed(address).map(FormLinks::host);
    }

    private static boolean leadsToForm(String word, int depth) {
        return parsed(word)
                .filter(address ->
                        isForm(address) || depth > 0 && inside(address).anyMatch(in -> leadsToForm(in, depth - 1)))
                .isPresent();
    }

    private static boolean isForm(UriComponents address) {
        String host = host(address);
        String path = decoded(address.getPath() == null ? "" : address.getPath());
        return FORM_HOSTS.stream().anyMatch(form -> host.equals(form) || host.endsWith("." + form))
                || FORMS_AMONG_OTHERS.stream().anyMatch(among -> among.has(host, path));
    }

    /** Addresses that are written inside the query of this one. */
    private static Stream<String> inside(UriComponents address) {
        return address.getQueryParams().values().stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(FormLinks::decoded)
                .filter(value -> value.indexOf('.') > 0);
    }

    private static Optional<UriComponents> parsed(String word) {
        String address =
                WEB.matcher(word).matches() ? word : "https://" + (word.startsWith("//") ? word.substring(2) : word);
        if (!WEB.matcher(word).matches() && OTHER_SCHEME.matcher(word).matches()) {
            return Optional.empty();
        }
        try {
            UriComponents components = UriComponentsBuilder.fromUriString(address, ParserType.WHAT_WG)
                    .build();
            return Optional.ofNullable(components.getHost())
                    .filter(host -> !host.isEmpty())
                    .map(host -> components);
        } catch (InvalidUrlException noAddress) {
            return Optional.empty();
        }
    }

    private static String host(UriComponents address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private record Among(String host, Pattern path) {
        Among(String host, String path) {
            this(host, Pattern.compile(path, Pattern.CASE_INSENSITIVE));
        }

        boolean has(String found, String foundPath) {
            return found.equals(host) && path.matcher(foundPath).matches();
        }
    }
}
