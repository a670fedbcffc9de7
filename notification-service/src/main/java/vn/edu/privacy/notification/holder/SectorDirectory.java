package vn.edu.privacy.notification.holder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the sector database for names. */
@Component
class SectorDirectory implements Directory {
    private static final Logger LOG = LoggerFactory.getLogger(SectorDirectory.class);
    private static final int AT_ONCE = 200;

    private final HolderClients clients;

    SectorDirectory(HolderClients clients) {
        this.clients = clients;
    }

    @Override
    public Mono<Map<UUID, StudentName>> students(Collection<UUID> studentIds) {
        return Flux.fromIterable(Set.copyOf(studentIds))
                .buffer(AT_ONCE)
                .concatMap(this::ask)
                .collect(Collectors.toMap(
                        Known::studentId, known -> new StudentName(known.name(), known.className()), (one, two) -> one))
                .onErrorResume(away -> {
                    LOG.warn("the directory gives no names: {}", away.toString());
                    return Mono.just(Map.of());
                });
    }

    @Override
    public Mono<Map<UUID, String>> people(Collection<UUID> personIds) {
        Set<UUID> ids = Set.copyOf(personIds);
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : clients.directory()
                        .post()
                        .uri("/v1/people/queries")
                        .bodyValue(Map.of("personIds", ids))
                        .retrieve()
                        .bodyToMono(PeopleAnswer.class)
                        .map(PeopleAnswer::names)
                        .onErrorResume(away -> {
                            LOG.warn("the directory gives no names of people: {}", away.toString());
                            return Mono.just(Map.of());
                        });
    }

    private Flux<Known> ask(List<UUID> ids) {
        return clients.directory()
                .post()
                .uri("/v1/students/queries")
                .bodyValue(Map.of("studentIds", ids))
                .retrieve()
                .bodyToMono(Answer.class)
                .flatMapIterable(Answer::students);
    }

    /** Answer of {@code POST /v1/people/queries}; only names are read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record PeopleAnswer(List<Person> people) {
        Map<UUID, String> names() {
            return people.stream().collect(Collectors.toMap(Person::personId, Person::name, (one, two) -> one));
        }
    }

    /** One of its people. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Person(UUID personId, String name) {}

    /** Answer of {@code POST /v1/students/queries}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(List<Known> students) {}

    /** One of its students. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Known(UUID studentId, String name, String className) {}
}
