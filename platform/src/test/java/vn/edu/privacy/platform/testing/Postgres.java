package vn.edu.privacy.platform.testing;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.core.DatabaseClient;

/** One PostgreSQL server per JVM; it ends with it. */
public final class Postgres {
    static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** A database of its own, empty. */
    public static Database newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be created", e);
        }
        return new Database(name, Server.RUNNING.getPort());
    }

    /** A database of its own with the tables of the platform and of the service under test, to be spoken to directly. */
    public static DatabaseClient migrated() {
        Database database = newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), USER, USER)
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
        return DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .port(database.port())
                .username(USER)
                .password(USER)
                .database(database.name())
                .build()));
    }

    /**
     * A database of the test server.
     *
     * @param name its name
     * @param port of the server on this machine
     */
    public record Database(String name, int port) {
        /** For Flyway and plain JDBC. */
        public String jdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        /** For R2DBC. */
        public String r2dbcUrl() {
            return "r2dbc:postgresql://127.0.0.1:" + port + "/" + name;
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
