package vn.edu.privacy.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest {
    private static final Path EVENTS = Path.of("events");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final Map<String, Class<?>> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry(RepresentationChangedV1.TYPE, RepresentationChangedV1.class),
            Map.entry(StudentChangedV1.TYPE, StudentChangedV1.class),
            Map.entry(PurposePublishedV1.TYPE, PurposePublishedV1.class),
            Map.entry(PurposeRetiredV1.TYPE, PurposeRetiredV1.class),
            Map.entry(DecisionRecordedV1.TYPE, DecisionRecordedV1.class),
            Map.entry(WithdrawalAppliedV1.TYPE, WithdrawalAppliedV1.class),
            Map.entry(WithdrawalRefusedV1.TYPE, WithdrawalRefusedV1.class),
            Map.entry(RestrictionInstructedV1.TYPE, RestrictionInstructedV1.class),
            Map.entry(RestrictionAppliedV1.TYPE, RestrictionAppliedV1.class),
            Map.entry(RestrictionRefusedV1.TYPE, RestrictionRefusedV1.class),
            Map.entry(ErasureInstructedV1.TYPE, ErasureInstructedV1.class),
            Map.entry(ErasureAppliedV1.TYPE, ErasureAppliedV1.class),
            Map.entry(ErasureRefusedV1.TYPE, ErasureRefusedV1.class),
            Map.entry(ErasureJournalV1.TYPE, ErasureJournalV1.class),
            Map.entry(RecordChangedV1.TYPE, RecordChangedV1.class),
            Map.entry(WithdrawalInstructedV1.TYPE, WithdrawalInstructedV1.class),
            Map.entry(RequestChangedV1.TYPE, RequestChangedV1.class),
            Map.entry(NoticeDueV1.TYPE, NoticeDueV1.class),
            Map.entry(CheckpointMadeV1.TYPE, CheckpointMadeV1.class)));

    static Set<String> types() {
        return TYPES.keySet();
    }

    @Test
    void everyEventHasRecordSchemaAndExample() throws IOException {
        assertThat(names("examples")).isEqualTo(TYPES.keySet());
        Set<String> schemas = names("schemas");
        schemas.remove("envelope");
        assertThat(schemas).isEqualTo(TYPES.keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleFollowsItsSchemas(String type) throws IOException {
        JsonNode example = example(type);
        assertThat(schema("envelope").validate(example)).isEmpty();
        assertThat(schema(type).validate(example.get("data"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordReadsAndWritesTheExample(String type) throws IOException {
        JsonNode data = example(type).get("data");
        Object event = JSON.treeToValue(data, TYPES.get(type));
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordHasThePropertiesOfTheSchemaAndNoOther(String type) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(EVENTS.resolve("schemas/" + type + ".json")));
        Set<String> components = Arrays.stream(TYPES.get(type).getRecordComponents())
                .map(c -> c.getName())
                .collect(Collectors.toSet());
        assertThat(schema.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(components);
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anUnknownOrMissingPropertyIsFound(String type) throws IOException {
        ObjectNode tooMuch = (ObjectNode) example(type).get("data");
        tooMuch.put("studentName", "must never travel");
        assertThat(schema(type).validate(tooMuch)).isNotEmpty();
        ObjectNode tooLittle = (ObjectNode) example(type).get("data");
        tooLittle.remove(tooLittle.propertyNames().iterator().next());
        assertThat(schema(type).validate(tooLittle)).isNotEmpty();
    }

    @Test
    void asyncApiNamesEveryTopicAndMessage() throws IOException {
        Map<String, Object> document = new Yaml().load(Files.readString(EVENTS.resolve("asyncapi.yaml")));
        Map<?, ?> channels = (Map<?, ?>) document.get("channels");
        assertThat(channels.values().stream().map(channel -> String.valueOf(((Map<?, ?>) channel).get("address"))))
                .containsExactlyInAnyOrder(
                        Topics.ROSTER,
                        Topics.CHECKPOINTS,
                        Topics.ERASURES,
                        Topics.PURPOSES,
                        Topics.DECISIONS,
                        Topics.INSTRUCTIONS,
                        Topics.REQUESTS,
                        Topics.NOTICES);
        Map<?, ?> messages = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("messages");
        assertThat(messages.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(
                        TYPES.values().stream().map(Class::getSimpleName).toList());
        List<String> references = Stream.of(
                        Files.readString(EVENTS.resolve("asyncapi.yaml")).split("\n", -1))
                .filter(line -> line.contains("'schemas/"))
                .map(line -> line.replaceAll(".*'(schemas/.*)'.*", "$1"))
                .toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(EVENTS.resolve(ref)).exists());
    }

    private static JsonNode example(String type) throws IOException {
        return JSON.readTree(Files.readString(EVENTS.resolve("examples/" + type + ".json")));
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(EVENTS.resolve("schemas/" + name + ".json"))));
    }

    private static Set<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS.resolve(folder))) {
            return files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
