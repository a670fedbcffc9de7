package vn.edu.privacy.standalone.parts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Guard;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.machine.StartProblem;

/** PostgreSQL with one database and one role for each who needs one; nobody gets in without a password. */
public final class Postgres implements AutoCloseable {

    /** Databases; the role of each has the same name. */
    public static final List<String> DATABASES = List.of("consent", "notification", "keycloak");

    private static final String ACCESS = """
            # written at every start
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private volatile boolean stopping;

    private Postgres(EmbeddedPostgres server, ProcessHandle postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /** Starts it on its kept data, creates what is missing. */
    public static Postgres start(DataFolder folder, int port, Secrets secrets, Guard guard) {
        Path data = folder.resolve("postgres");
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.log("postgres").toFile());
        guard.watchServer(data.resolve("postmaster.pid"));
        try {
            // the password of the superuser is sent from the first connection on, although initdb still trusts it
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-program").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "150")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("unix_socket_directories", "")
                    .setConnectConfig("password", secrets.password("postgres"))
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            ProcessHandle postmaster = postmaster(data);
            Postgres postgres = new Postgres(server, postmaster);
            postgres.prepare(data, secrets);
            return postgres;
        } catch (IOException | RuntimeException e) {
            throw new StartProblem(
                    "PostgreSQL did not start (" + e.getMessage() + "); see " + folder.log("postgres"), e);
        }
    }

    /** The server itself: what the library started is only the command that started it. */
    private static ProcessHandle postmaster(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("no process " + pid));
    }

    private void prepare(Path data, Secrets secrets) throws IOException {
        try (Connection connection = server.getPostgresDatabase(
                                java.util.Map.of("password", secrets.password("postgres")))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + secrets.password("postgres") + "'");
            for (String database : DATABASES) {
                createWhenAbsent(statement, database, secrets.password("postgres." + database));
            }
            // logins can be made again: the many steps of their schema need not reach the disk one by one
            statement.execute("ALTER ROLE keycloak SET synchronous_commit = off");
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS, StandardCharsets.UTF_8);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new StartProblem("PostgreSQL refuses its preparation: " + e.getMessage(), e);
        }
    }

    private static void createWhenAbsent(Statement statement, String database, String password) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + database
                + "') THEN CREATE ROLE " + database + " LOGIN; END IF; END $$");
        statement.execute("ALTER ROLE " + database + " PASSWORD '" + password + "'");
        statement.execute("CREATE DATABASE " + database + " OWNER " + database);
        statement.execute("REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
    }

    /** Calls {@code whenDied} when the server ends although nobody asked it to. */
    public void watch(Consumer<String> whenDied) {
        var end = postmaster.onExit();
        end.thenAccept(process -> {
            if (!stopping) {
                whenDied.accept("PostgreSQL ended unexpectedly; see logs/postgres.log in the data folder");
            }
        });
    }

    @Override
    public void close() {
        stopping = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new StartProblem("PostgreSQL did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
