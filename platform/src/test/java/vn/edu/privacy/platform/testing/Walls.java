package vn.edu.privacy.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The walls of the house: who may know whom, and what no main code does. Each rule speaks of the classes below one base
 * package, and fails when it finds none to speak of.
 */
public final class Walls {
    private static final String[] PLAIN = {"java..", "org.jspecify..", "vn.edu.privacy.contracts.law.."};

    private final String base;
    private final Class<?>[] facts;
    private final Class<?>[] waiting;

    private Walls(String base, Class<?>[] facts, Class<?>[] waiting) {
        this.base = base;
        this.facts = facts;
        this.waiting = waiting;
    }

    /** The walls of everything below a package. */
    public static Walls of(String base) {
        return new Walls(base, new Class<?>[0], new Class<?>[0]);
    }

    /**
     * The same walls, where the domain may know these plain facts of other features. They are then held to what a domain
     * is held to.
     */
    public Walls withFacts(Class<?>... known) {
        return new Walls(base, known.clone(), waiting);
    }

    /** The same walls, where these classes alone may wait. */
    public Walls withWaiting(Class<?>... allowed) {
        return new Walls(base, facts, allowed.clone());
    }

    /** The main classes below the package: what the walls are held against. */
    public JavaClasses main() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
    }

    /** One test for each wall, against these classes. */
    public static Stream<DynamicTest> tests(Map<String, ArchRule> walls, JavaClasses main) {
        return walls.entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(
                        wall.getKey(), () -> wall.getValue().check(main)));
    }

    /** All walls of a service with layers, by name, except the one between services. */
    public Map<String, ArchRule> ofService() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("a domain is plain Java", domainIsPlain());
        rules.put("use cases know ports only", applicationKnowsPortsOnly());
        rules.put("adapters stand outside", adaptersStandOutside());
        rules.put("adapters belong to one feature", adaptersBelongToOneFeature());
        rules.put("features form no cycle", featuresFormNoCycle());
        rules.putAll(ofAllCode());
        return rules;
    }

    /** What every main code is held to, by name. */
    public Map<String, ArchRule> ofAllCode() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("nothing waits", nothingWaits());
        rules.put("no subscription loses its error", noSubscriptionLosesItsError());
        rules.put("names say what a class is", namesSayWhatAClassIs());
        rules.put("no field injection", noFieldInjection());
        rules.put("one way to log", oneWayToLog());
        return rules;
    }

    /** A domain depends on Java, the law as data, itself, and the facts it was given. */
    public ArchRule domainIsPlain() {
        DescribedPredicate<JavaClass> held =
                resideInAPackage(base + "..domain..").or(itsFacts()).as("domain and its facts");
        return classes()
                .that(held)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(held));
    }

    /** A use case knows Java, Reactor, transactions and its own service: no web, no database, no broker, no JSON. */
    public ArchRule applicationKnowsPortsOnly() {
        return classes()
                .that()
                .resideInAPackage(base + "..application..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                        .or(resideInAnyPackage(
                                base + "..",
                                "reactor..",
                                "org.reactivestreams..",
                                "org.slf4j..",
                                "org.springframework.transaction..",
                                "vn.edu.privacy.platform.time..")));
    }

    /** Neither domain nor use case depends on an adapter. */
    public ArchRule adaptersStandOutside() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + "..domain..", base + "..application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..web..", "..persistence..", "..messaging..");
    }

    /** What one feature keeps behind an adapter no other feature reaches for. */
    public ArchRule adaptersBelongToOneFeature() {
        return classes()
                .that()
                .resideInAnyPackage(base + ".*.web..", base + ".*.persistence..", base + ".*.messaging..")
                .should(new StayInTheirFeature(base));
    }

    /** The features of a service, one package each below its base, depend on each other without a cycle. */
    public ArchRule featuresFormNoCycle() {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** Nothing here depends on that other package: services meet in events and links only. */
    public ArchRule neverSees(String other) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other + "..");
    }

    /**
     * Nobody blocks or sleeps but the classes named here. They must still do so: an exception goes when its reason goes.
     */
    public ArchRule nothingWaits() {
        ArchRule nobody = noClasses()
                .that(resideInAPackage(base + "..").and(not(belongToAnyOf(waiting))))
                .should()
                .accessTargetWhere(Calls.waiting());
        return waiting.length == 0
                ? nobody
                : CompositeArchRule.of(nobody)
                        .and(classes().that(belongToAnyOf(waiting)).should().accessTargetWhere(Calls.waiting()));
    }

    /** Who subscribes takes the error too. */
    public ArchRule noSubscriptionLosesItsError() {
        return noClasses().that().resideInAPackage(base + "..").should().accessTargetWhere(Calls.bareSubscription());
    }

    /** No class is named for being useful; what MapStruct generates is not ours to name. */
    public ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .that(resideInAPackage(base + "..").and(not(new GeneratedByMapStruct())))
                .should()
                .haveNameMatching(".*(Utils?|Manager|Helper|Impl|Dto|DTO)(\\$.*)?");
    }

    /** What a class needs comes in by its constructor. */
    public ArchRule noFieldInjection() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(base + "..")
                .should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource");
    }

    /** Logs go through SLF4J, never to the console or to the JDK's logging. */
    public ArchRule oneWayToLog() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .accessTargetWhere(Calls.console())
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..");
    }

    /** The facts and arrays of them, which the constants of an enum come in. */
    private DescribedPredicate<JavaClass> itsFacts() {
        return describe("its facts", type -> belongToAnyOf(facts).test(type.getBaseComponentType()));
    }
}
