package vn.edu.privacy.contracts.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.edu.privacy.contracts.law.ClockRule.Code;
import vn.edu.privacy.contracts.law.ClockRule.Unit;

/** The regimes that this release knows, read from {@code contracts/law}. */
public final class Regimes {
    private static final List<String> FILES = List.of("nd13-2023.yaml", "law91-2025.yaml");

    private final List<Regime> all;

    private Regimes(List<Regime> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the regime files; fails when one is missing or malformed. */
    public static Regimes load() {
        return new Regimes(FILES.stream().map(Regimes::read).toList());
    }

    /**
     * The regime in force on a day.
     *
     * @param day in Asia/Ho_Chi_Minh
     * @throws IllegalArgumentException before the first regime
     */
    public Regime inForce(LocalDate day) {
        return find(day).orElseThrow(() -> new IllegalArgumentException("no regime in force on " + day));
    }

    /**
     * The regime in force on a day; empty before the first.
     *
     * @param day in Asia/Ho_Chi_Minh
     */
    public Optional<Regime> find(LocalDate day) {
        return all.stream().filter(regime -> regime.inForceOn(day)).findFirst();
    }

    /** The regime with this id. */
    public Regime byId(String id) {
        return all.stream()
                .filter(regime -> regime.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown regime " + id));
    }

    /**
     * Every clock of a request: those of the regime in force on the day of receipt, and as {@link Code#PROMISE} what the
     * upheld regimes promised (R-REG-04: the person always gets the shorter one).
     *
     * @param requestType WITHDRAW, ACCESS …
     * @param receivedOn day of receipt in Asia/Ho_Chi_Minh
     * @param upheld ids of regimes upheld besides the one in force
     */
    public List<ClockRule> clocks(String requestType, LocalDate receivedOn, Collection<String> upheld) {
        Regime inForce = inForce(receivedOn);
        List<ClockRule> rules = new ArrayList<>(inForce.clocks(requestType));
        for (String id : upheld) {
            Regime regime = byId(id);
            if (!regime.id().equals(inForce.id()) && regime.from().isBefore(receivedOn)) {
                regime.clocks(requestType).stream()
                        .filter(rule -> rule.code() == Code.FULFIL)
                        .map(rule ->
                                new ClockRule(Code.PROMISE, rule.amount(), rule.unit(), rule.article(), rule.rule()))
                        .forEach(rules::add);
            }
        }
        return List.copyOf(rules);
    }

    /**
     * Who must decide, the strictest of the regime in force and the upheld ones: the youngest age from which the child
     * decides too, the widest scope.
     */
    public Regime.Parties parties(LocalDate on, Collection<String> upheld) {
        Regime.Parties strictest = inForce(on).parties();
        for (String id : upheld) {
            Regime.Parties other = byId(id).parties();
            strictest = new Regime.Parties(
                    Math.min(strictest.childDecidesFromAge(), other.childDecidesFromAge()),
                    Math.max(strictest.adultFromAge(), other.adultFromAge()),
                    min(strictest.dualConsentScope(), other.dualConsentScope()),
                    min(strictest.minor16to17(), other.minor16to17()));
        }
        return strictest;
    }

    /**
     * What is done about a violation: by the regime in force on the day it was detected, and by the upheld ones, which
     * were in force before (R-BR-12).
     *
     * @param detectedOn in Asia/Ho_Chi_Minh
     * @param upheld ids of regimes upheld besides the one in force
     */
    public List<BreachRule> breach(LocalDate detectedOn, Collection<String> upheld) {
        Regime inForce = inForce(detectedOn);
        List<BreachRule> rules = new ArrayList<>(List.of(inForce.breach()));
        upheld.stream()
                .map(this::byId)
                .filter(regime ->
                        !regime.id().equals(inForce.id()) && regime.from().isBefore(detectedOn))
                .map(Regime::breach)
                .forEach(rules::add);
        return List.copyOf(rules);
    }

    private static <E extends Enum<E>> E min(E left, E right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static Regime read(String file) {
        Map<String, Object> root = yaml(file);
        Map<String, Object> parties = map(root, "parties");
        Map<String, List<ClockRule>> clocks = new HashMap<>();
        map(root, "clocks").forEach((type, rules) -> clocks.put(type, rules(rules)));
        Map<String, ExtensionRule> extensions = new HashMap<>();
        map(root, "extensions").forEach((type, rule) -> extensions.put(type, extension(cast(rule))));
        Map<String, List<RefusalRule>> refusals = new HashMap<>();
        map(root, "refusals").forEach((type, list) -> refusals.put(type, refusals(list)));
        return new Regime(
                text(root, "id"),
                Map.of("vi", text(map(root, "title"), "vi"), "en", text(map(root, "title"), "en")),
                date(required(root, "effectiveFrom")),
                root.containsKey("effectiveUntil") ? date(required(root, "effectiveUntil")) : null,
                Map.of("vi", text(map(root, "authority"), "vi"), "en", text(map(root, "authority"), "en")),
                new Regime.Parties(
                        number(parties, "childDecidesFromAge"),
                        number(parties, "adultFromAge"),
                        Regime.DualConsentScope.valueOf(text(parties, "dualConsentScope")),
                        Regime.Minor16To17.valueOf(text(parties, "minor16to17"))),
                Map.copyOf(clocks),
                Map.copyOf(extensions),
                breach(text(root, "id"), map(root, "breach")),
                Map.copyOf(refusals));
    }

    private static List<ClockRule> rules(Object list) {
        List<ClockRule> rules = new ArrayList<>();
        for (Object item : (List<?>) list) {
            Map<String, Object> rule = cast(item);
            rules.add(new ClockRule(
                    Code.valueOf(text(rule, "code")),
                    number(rule, "amount"),
                    Unit.valueOf(text(rule, "unit")),
                    text(rule, "article"),
                    text(rule, "rule")));
        }
        return List.copyOf(rules);
    }

    private static List<RefusalRule> refusals(Object list) {
        List<RefusalRule> rules = new ArrayList<>();
        for (Object item : (List<?>) list) {
            Map<String, Object> rule = cast(item);
            rules.add(new RefusalRule(text(rule, "ground"), text(rule, "article"), text(rule, "rule")));
        }
        return List.copyOf(rules);
    }

    private static ExtensionRule extension(Map<String, Object> rule) {
        return new ExtensionRule(number(rule, "days"), text(rule, "article"), text(rule, "rule"));
    }

    private static BreachRule breach(String regime, Map<String, Object> rule) {
        return new BreachRule(
                regime,
                limit(map(rule, "authority")),
                (Boolean) required(rule, "onlyWhereHarmful"),
                (Boolean) required(rule, "lateReasons"),
                text(rule, "form"),
                Optional.ofNullable(rule.get("people")).map(Regimes::cast).map(Regimes::people),
                rule.containsKey("keepFileYears") ? number(rule, "keepFileYears") : 0);
    }

    private static BreachRule.PeopleRule people(Map<String, Object> rule) {
        return new BreachRule.PeopleRule(
                limit(rule),
                ((List<?>) required(rule, "kinds"))
                        .stream().map(String::valueOf).collect(Collectors.toSet()));
    }

    private static BreachRule.Limit limit(Map<String, Object> rule) {
        return new BreachRule.Limit(
                number(rule, "hours"),
                BreachRule.From.valueOf(text(rule, "from")),
                text(rule, "article"),
                text(rule, "rule"));
    }

    static Map<String, Object> yaml(String file) {
        String path = "/contracts/law/" + file;
        try (InputStream in = Regimes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return cast(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> map(Map<String, Object> from, String key) {
        return cast(required(from, key));
    }

    static Object required(Map<String, Object> from, String key) {
        Object value = from.get(key);
        if (value == null) {
            throw new IllegalStateException("missing " + key);
        }
        return value;
    }

    static LocalDate date(Object value) {
        return value instanceof Date date
                ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)
                : LocalDate.parse(value.toString());
    }

    private static String text(Map<String, Object> from, String key) {
        return required(from, key).toString();
    }

    private static int number(Map<String, Object> from, String key) {
        return ((Number) required(from, key)).intValue();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new IllegalStateException("a mapping was expected: " + value);
    }
}
