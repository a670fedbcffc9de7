package vn.edu.privacy.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.FetchSpec;
import reactor.core.publisher.Mono;

/** A statement with its named parameters, some of which may be absent. */
public final class Params {
    private final GenericExecuteSpec statement;

    private Params(GenericExecuteSpec statement) {
        this.statement = statement;
    }

    /** Starts with a statement. */
    public static Params of(GenericExecuteSpec statement) {
        return new Params(statement);
    }

    /** Binds a value. */
    public Params bind(String name, Object value) {
        return new Params(statement.bind(name, value));
    }

    /** Binds a value, or null when it is absent. */
    public Params bind(String name, @Nullable Object value, Class<?> type) {
        return new Params(value == null ? statement.bindNull(name, type) : statement.bind(name, value));
    }

    /** Runs it. */
    public Mono<Long> rowsUpdated() {
        return fetch().rowsUpdated();
    }

    /** The statement, to read rows from. */
    public GenericExecuteSpec statement() {
        return statement;
    }

    private FetchSpec<?> fetch() {
        return statement.fetch();
    }
}
