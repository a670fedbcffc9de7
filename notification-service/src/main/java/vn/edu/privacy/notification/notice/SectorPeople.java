package vn.edu.privacy.notification.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderClients;

/** Asks the sector database, which answers for people as it does for students. */
@Component
class SectorPeople implements PeopleDirectory {
    private final HolderClients holders;

    SectorPeople(HolderClients holders) {
        this.holders = holders;
    }

    @Override
    public Mono<Map<UUID, Addressee>> of(Collection<UUID> personIds) {
        return Mono.defer(() -> holders.directory()
                        .post()
                        .uri("/v1/people/queries")
                        .bodyValue(new PeopleQuery(List.copyOf(personIds)))
                        .retrieve()
                        .bodyToMono(People.class))
                .map(People::addressees);
    }

    /**
     * Whom to tell of.
     *
     * @param personIds at most 200
     */
    record PeopleQuery(List<UUID> personIds) {}

    /**
     * The directory's answer.
     *
     * @param people those known
     */
    record People(List<Person> people) {
        Map<UUID, Addressee> addressees() {
            return people.stream()
                    .collect(Collectors.toMap(
                            Person::personId,
                            person -> new Addressee(person.email(), person.phone(), person.language())));
        }
    }

    /** One of them; the name is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            UUID personId, @Nullable String email, @Nullable String phone, String language) {}
}
