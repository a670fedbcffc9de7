package vn.edu.privacy.notification.incident.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.platform.page.Schools;

/** What the forms about violations let choose from, by the names that people know, so that nobody types a code. */
@Component
class IncidentChoices {
    private final Catalogue catalogue;
    private final HolderRegistry holders;
    private final Schools schools;
    private final MessageSource texts;

    IncidentChoices(Catalogue catalogue, HolderRegistry holders, Schools schools, MessageSource texts) {
        this.catalogue = catalogue;
        this.holders = holders;
        this.schools = schools;
        this.texts = texts;
    }

    /** Everything, in the words of a language; an officer of one school has no other to choose. */
    Mono<Offered> offered(@Nullable String school, Locale locale) {
        String language = locale.getLanguage();
        return catalogue
                .current()
                .collectList()
                .map(purposes -> new Offered(
                        (school == null ? schools.codes().stream() : Stream.of(school))
                                .map(code -> new Choice(code, schools.name(code, locale)))
                                .sorted(Comparator.comparing(Choice::name))
                                .toList(),
                        purposes.stream()
                                .map(purpose -> new Choice(purpose.code(), purpose.name(language)))
                                .sorted(Comparator.comparing(Choice::name))
                                .toList(),
                        purposes.stream()
                                .map(KnownPurpose::dataCategories)
                                .flatMap(List::stream)
                                .distinct()
                                .map(code -> new Choice(code, category(code, locale)))
                                .sorted(Comparator.comparing(Choice::name))
                                .toList(),
                        holders.all().stream()
                                .map(holder -> new Choice(holder.code(), holder.name(language)))
                                .toList()));
    }

    private String category(String code, Locale locale) {
        String name = texts.getMessage("rights.category." + code, null, code, locale);
        return name == null ? code : name;
    }

    /**
     * A choice; public for the template.
     *
     * @param code as it is kept
     * @param name as people know it
     */
    record Choice(String code, String name) {}

    /**
     * What there is to choose from; public for the template.
     *
     * @param schools known by name
     * @param purposes in force
     * @param categories kinds of data of these purposes
     * @param holders registered
     */
    record Offered(List<Choice> schools, List<Choice> purposes, List<Choice> categories, List<Choice> holders) {
        /** The choices with one that was made before and is none of them now, so that it is not lost. */
        public List<Choice> with(List<Choice> choices, @Nullable String chosen) {
            if (chosen == null
                    || chosen.isEmpty()
                    || choices.stream().anyMatch(each -> each.code().equals(chosen))) {
                return choices;
            }
            List<Choice> all = new ArrayList<>(choices);
            all.add(new Choice(chosen, chosen));
            return all;
        }
    }
}
