package vn.edu.privacy.consent.campaign.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.Campaigns;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.SchoolYear;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Campaigns in PostgreSQL. */
@Repository
class R2dbcCampaigns implements Campaigns {
    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final UUID OLDEST = new UUID(0, 0);

    private final DatabaseClient database;

    R2dbcCampaigns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Campaign campaign, String by) {
        return Params.of(database.sql("""
                        insert into campaign (campaign_id, school_id, school_year, name_vi, name_en, purposes, classes,
                            opens_on, deadline, created_at, created_by)
                        values (:id, :school, :year, :vi, :en, :purposes, :classes, :opensOn, :deadline, :at, :by)"""))
                .bind("id", campaign.id())
                .bind("school", campaign.schoolId())
                .bind("year", campaign.schoolYear().name())
                .bind("purposes", campaign.purposes().toArray(String[]::new))
                .bind("classes", campaign.classes().toArray(String[]::new))
                .bind("opensOn", campaign.opensOn())
                .bind("deadline", campaign.deadline())
                .bind("at", campaign.createdAt())
                .bind("by", by)
                .bind("vi", campaign.names().get("vi"), String.class)
                .bind("en", campaign.names().get("en"), String.class)
                .statement()
                .then();
    }

    @Override
    public Mono<Campaign> find(UUID id) {
        return database.sql("select * from campaign where campaign_id = :id")
                .bind("id", id)
                .map(R2dbcCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> lock(UUID id) {
        return database.sql("select * from campaign where campaign_id = :id for update")
                .bind("id", id)
                .map(R2dbcCampaigns::campaign)
                .one();
    }

    @Override
    public Flux<Campaign> list(Optional<String> schoolId, @Nullable UUID before, int atMost) {
        String ofSchool = schoolId.isPresent() ? "school_id = :school and " : "";
        GenericExecuteSpec statement = database.sql("select * from campaign where " + ofSchool
                        + "campaign_id < :before order by campaign_id desc limit :atMost")
                .bind("before", before == null ? NEWEST : before)
                .bind("atMost", atMost);
        return (schoolId.isPresent() ? statement.bind("school", schoolId.get()) : statement)
                .map(R2dbcCampaigns::campaign)
                .all();
    }

    @Override
    public Flux<Campaign> open(LocalDate day, @Nullable UUID after, int atMost) {
        return database.sql("""
                        select * from campaign
                        where closed_at is null and :day between opens_on and deadline and campaign_id > :after
                        order by campaign_id limit :atMost""")
                .bind("day", day)
                .bind("after", after == null ? OLDEST : after)
                .bind("atMost", atMost)
                .map(R2dbcCampaigns::campaign)
                .all();
    }

    @Override
    public Mono<Void> close(UUID id, Instant at, String by) {
        return database.sql("update campaign set closed_at = :at, closed_by = :by where campaign_id = :id")
                .bind("at", at)
                .bind("by", by)
                .bind("id", id)
                .then();
    }

    @Override
    public Mono<Void> askForReminder(UUID id, Instant at, String by) {
        return database.sql("insert into campaign_reminder (campaign_id, asked_at, asked_by) values (:id, :at, :by)")
                .bind("id", id)
                .bind("at", at)
                .bind("by", by)
                .then();
    }

    @Override
    public Mono<Instant> lastAskedFor(UUID id) {
        return database.sql("""
                        select asked_at from campaign_reminder where campaign_id = :id
                        order by asked_at desc limit 1""")
                .bind("id", id)
                .map(row -> RequiredColumn.get(row, "asked_at", Instant.class))
                .one();
    }

    private static Campaign campaign(Readable row) {
        Map<String, String> names = new HashMap<>();
        for (String language : List.of("vi", "en")) {
            String name = row.get("name_" + language, String.class);
            if (name != null) {
                names.put(language, name);
            }
        }
        return new Campaign(
                RequiredColumn.get(row, "campaign_id", UUID.class),
                RequiredColumn.get(row, "school_id", String.class),
                SchoolYear.named(RequiredColumn.get(row, "school_year", String.class))
                        .orElseThrow(),
                names,
                List.of(RequiredColumn.get(row, "purposes", String[].class)),
                List.of(RequiredColumn.get(row, "classes", String[].class)),
                RequiredColumn.get(row, "opens_on", LocalDate.class),
                RequiredColumn.get(row, "deadline", LocalDate.class),
                RequiredColumn.get(row, "created_at", Instant.class),
                row.get("closed_at", Instant.class));
    }
}
