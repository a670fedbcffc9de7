package vn.edu.privacy.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody's data leaves as a file (letter 8343/SGDĐT-VP par. 1.5, S-07): of every endpoint there is, what it can answer is
 * an answer to a program or a page, and nothing tells a browser to keep one.
 */
public final class NothingAsFile {
    private static final Set<String> ANSWERS = Set.of(
            MediaType.APPLICATION_JSON_VALUE,
            MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            "application/ld+json",
            "application/jose",
            MediaType.TEXT_HTML_VALUE,
            MediaType.TEXT_EVENT_STREAM_VALUE);
    private static final Pattern FILE = Pattern.compile(
            "content[-_]?disposition|text/csv|spreadsheetml|ms-excel|application/(pdf|zip|octet-stream)|\\sdownload[\\s=>]",
            Pattern.CASE_INSENSITIVE);

    private NothingAsFile() {}

    /**
     * Holds for a service, or fails.
     *
     * @param context the running service
     * @param contract the name of its OpenAPI document
     * @param byLine the addresses that answer line by line, none of which names a person
     */
    public static void leaves(ApplicationContext context, String contract, Set<String> byLine) {
        RequestMappingHandlerMapping endpoints =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(endpoints.getHandlerMethods().keySet()).hasSizeGreaterThan(20);
        Set<String> others = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(NothingAsFile::otherAnswers)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others)
                .as("what endpoints answer besides JSON, pages and live events")
                .isEqualTo(lines(byLine));
        assertThat(context.getBeanNamesForType(RouterFunction.class))
                .as("endpoints that are not looked at here")
                .isEmpty();
        assertThat(documented(contract))
                .as("what the document lets be answered")
                .isEqualTo(lines(byLine));
        assertThat(filesIn(Path.of("src/main"))).as("what speaks of files").isEmpty();
    }

    private static Set<String> lines(Set<String> byLine) {
        return byLine.stream()
                .map(path -> path + " " + MediaType.APPLICATION_NDJSON_VALUE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> otherAnswers(RequestMappingInfo endpoint) {
        return endpoint.getProducesCondition().getProducibleMediaTypes().stream()
                .map(MediaType::toString)
                .filter(type -> !ANSWERS.contains(type))
                .flatMap(type -> endpoint.getPatternsCondition().getPatterns().stream()
                        .map(path -> path.getPatternString().replaceAll("\\{[^}]+}", "{}") + " " + type));
    }

    /** Of "GET /path 200 type", the path and the type. */
    private static Set<String> documented(String contract) {
        return OpenApi.of(contract).goodAnswers().stream()
                .map(answer -> answer.split(" "))
                .filter(answer -> answer.length > 3 && !ANSWERS.contains(answer[3]))
                .map(answer -> answer[1].replaceAll("\\{[^}]+}", "{}") + " " + answer[3])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filesIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html|ya?ml)"))
                    .filter(file -> FILE.matcher(read(file)).find())
                    .map(Path::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
