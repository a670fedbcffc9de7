package vn.edu.privacy.consent.unit;

import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which units have a page for everybody. */
@Repository
public class RegisteredUnits {
    private final DatabaseClient database;

    RegisteredUnits(DatabaseClient database) {
        this.database = database;
    }

    /** Those of these that are registered, by code. */
    public Mono<List<String>> among(Collection<String> codes) {
        return database.sql("select code from unit where code = any(:codes) order by code")
                .bind("codes", codes.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
