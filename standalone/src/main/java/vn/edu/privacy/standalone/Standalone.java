package vn.edu.privacy.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.edu.privacy.standalone.demo.DemoRealm;
import vn.edu.privacy.standalone.machine.Built;
import vn.edu.privacy.standalone.machine.ChildProcess;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Guard;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Preflight;
import vn.edu.privacy.standalone.machine.Progress;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.machine.StartProblem;
import vn.edu.privacy.standalone.machine.Web;
import vn.edu.privacy.standalone.parts.Kafka;
import vn.edu.privacy.standalone.parts.Keycloak;
import vn.edu.privacy.standalone.parts.MailSink;
import vn.edu.privacy.standalone.parts.Postgres;
import vn.edu.privacy.standalone.parts.ServiceProcess;
import vn.edu.privacy.standalone.parts.ServiceSettings;
import vn.edu.privacy.standalone.sector.Bearers;
import vn.edu.privacy.standalone.sector.PhoneSink;
import vn.edu.privacy.standalone.sector.PublishedKeys;
import vn.edu.privacy.standalone.sector.SectorDatabase;
import vn.edu.privacy.standalone.sector.SectorStore;
import vn.edu.privacy.standalone.sector.Signatures;

/** The whole system, running; closing it stops every part. */
public final class Standalone implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** Long enough for the first end of Keycloak or a service, which leaves its start-up cache behind. */
    private static final Duration CACHING_GRACE = Duration.ofSeconds(60);
    /** How long a holder takes from an instruction to its end. */
    private static final Duration STOP_TAKES = Duration.ofSeconds(2);

    private final DataFolder folder;
    private final Ports ports;
    private final Progress progress;
    private final Secrets secrets;
    private final Guard guard;
    private final Web web = new Web();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private final List<Runnable> processes = new ArrayList<>();
    private final Deque<Runnable> foundations = new ArrayDeque<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final boolean startsAgain;
    private volatile boolean closed;
    private volatile boolean leavesCaches;
    /** PostgreSQL's start, which cannot be broken off: its end is waited for and then undone. */
    private volatile CompletableFuture<?> postgresStart = CompletableFuture.completedFuture(null);

    private volatile MailSink mail;
    private volatile PhoneSink phones;
    private volatile SectorStore store;
    private volatile DemoFile demo;

    @SuppressWarnings("NullAway.Init")
    private Standalone(DataFolder folder, Ports ports, Progress progress, boolean startsAgain) {
        this.startsAgain = startsAgain;
        this.folder = folder;
        this.ports = ports;
        this.progress = progress;
        this.secrets = Secrets.of(folder);
        this.guard = Guard.start(DemoFile.in(folder));
    }

    /** Starts everything on the usual ports; returns when it is ready. */
    public static Standalone start(Path dataFolder, Progress progress) {
        return start(dataFolder, progress, true);
    }

    /** As {@link #start}, but nothing is made ready for another start on the same folder. */
    public static Standalone startOnce(Path dataFolder, Progress progress) {
        return start(dataFolder, progress, false);
    }

    private static Standalone start(Path dataFolder, Progress progress, boolean startsAgain) {
        DataFolder folder = DataFolder.take(dataFolder);
        Standalone system = null;
        try {
            Ports ports = Ports.usual();
            Preflight.diskHasRoom(folder.path());
            Preflight.portsAreFree(ports.named());
            system = new Standalone(folder, ports, progress, startsAgain);
            system.startAll(Built.find());
            return system;
        } catch (RuntimeException e) {
            if (system == null) {
                folder.close();
            } else if (system.closed) {
                throw new StartProblem("Stopped before it was ready", e);
            } else {
                system.close();
            }
            throw e;
        }
    }

    private void startAll(Built built) {
        Thread onExit = new Thread(this::close, "stop");
        Runtime.getRuntime().addShutdownHook(onExit);
        DemoFile.remove(folder);
        Keycloak keycloak = new Keycloak(folder, ports, built, guard, startsAgain);
        ServiceProcess consent = new ServiceProcess("consent-service", folder, built, guard, startsAgain);
        ServiceProcess notification = new ServiceProcess("notification-service", folder, built, guard, startsAgain);
        ServiceSettings settings = new ServiceSettings(ports, secrets);
        progress.step("Starting PostgreSQL, Kafka, Keycloak, the stand-in sector database and the mail sink");

        var postgres = async(() -> {
            Postgres server = Postgres.start(folder, ports.postgres(), secrets, guard);
            stopLast(server::close);
            server.watch(this::partDied);
            progress.step("PostgreSQL is ready");
            return server;
        });
        postgresStart = postgres;
        var kafka = async(() -> begun(Kafka.start(folder, ports, built, guard), GRACE));
        var sector = async(this::startStandIns);
        var keycloakPrepared = done(() -> keycloak.prepare(progress));
        var consentPrepared = done(consent::prepare);
        var notificationPrepared = done(notification::prepare);
        var realm = sector.thenApplyAsync(known -> DemoRealm.json(known.world(), ports, secrets), threads);
        var identity = Joined.all(postgres, keycloakPrepared, realm)
                .thenApplyAsync(ready -> begun(keycloak.start(realm.join(), secrets), CACHING_GRACE), threads);
        var consentRuns = Joined.all(postgres, kafka, consentPrepared)
                .thenApplyAsync(ready -> begun(consent.start(settings.consent()), CACHING_GRACE), threads);
        var notificationRuns = Joined.all(postgres, kafka, notificationPrepared)
                .thenApplyAsync(ready -> begun(notification.start(settings.notification()), CACHING_GRACE), threads);
        var keycloakReady = identity.thenAcceptAsync(
                process -> ready(process, ports.issuer() + "/.well-known/openid-configuration"), threads);
        var consentReady = consentRuns.thenAcceptAsync(process -> ready(consent, process, ports.consentUrl()), threads);
        var notificationReady =
                notificationRuns.thenAcceptAsync(process -> ready(notification, process, ports.rightsUrl()), threads);
        var fed = Joined.all(keycloakReady, consentReady).thenApplyAsync(ready -> feed(), threads);
        waitFor(Joined.all(fed, notificationReady));
        demo = fed.join();
        demo.write(folder);
        progress.step("Ready");
    }

    private SectorStore startStandIns() {
        store = SectorStore.open(folder.resolve("sector-database.json"), LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        mail = MailSink.start(ports);
        phones = new PhoneSink(secrets.password("gateway.messages"), Clock.systemUTC());
        stopLast(mail::close);
        URI keys = URI.create(ports.issuer() + "/protocol/openid-connect/certs");
        Clock clock = Clock.systemUTC();
        SectorDatabase sector = SectorDatabase.start(
                ports.sectorDatabase(),
                store,
                new Bearers(ports.issuer(), new PublishedKeys(keys, web), clock),
                new Signatures(
                        new PublishedKeys(URI.create(ports.rightsUrl() + "/.well-known/jwks.json"), web),
                        secrets.signingKey("sector.answers"),
                        clock),
                STOP_TAKES,
                mail::received,
                phones,
                clock);
        stopLast(sector::close);
        progress.step("The stand-in sector database and the mail sink are ready");
        return store;
    }

    private DemoFile feed() {
        return new Feeding(web, ports, secrets, store, progress).feed();
    }

    private ChildProcess begun(ChildProcess process, Duration grace) {
        stopFirst(() -> process.stop(grace));
        process.watch(this::partDied);
        return process;
    }

    private void ready(ChildProcess process, String address) {
        web.awaitOk(process.name(), URI.create(address), LIMIT, () -> process.isAlive() && !closed);
        progress.step(process.name() + " is ready");
    }

    private void ready(ServiceProcess service, ChildProcess process, String address) {
        ready(process, address + "/actuator/health/readiness");
        if (service.leavesCache()) {
            leavesCaches = true;
            process.afterOrderlyEnd(service::keepCache);
        }
    }

    private void partDied(String message) {
        // Ctrl-C in a terminal reaches PostgreSQL too: then this end was asked for
        CompletableFuture.delayedExecutor(500, java.util.concurrent.TimeUnit.MILLISECONDS, threads)
                .execute(() -> {
                    if (!closed) {
                        end.complete(message);
                    }
                });
    }

    /** Waits until a part dies; the message says which. */
    public String awaitEnd() {
        return end.join();
    }

    public DemoFile demo() {
        return demo;
    }

    public Ports ports() {
        return ports;
    }

    public Path folder() {
        return folder.path();
    }

    /** The mails that were sent since the start. */
    public List<MailSink.Mail> mails() {
        return mail.received();
    }

    /** The messages that phones got since the start. */
    public List<PhoneSink.Text> texts() {
        return phones.received();
    }

    private <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private CompletableFuture<Void> done(Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private void waitFor(CompletableFuture<Void> ready) {
        CompletableFuture<Object> first = CompletableFuture.anyOf(ready, end);
        try {
            if (first.join() instanceof String died) {
                throw new StartProblem(died);
            }
        } catch (CompletionException e) {
            throw Joined.problemOf(e);
        }
    }

    private void stopFirst(Runnable stop) {
        register(stop, processes::add);
    }

    private void stopLast(Runnable stop) {
        register(stop, foundations::addFirst);
    }

    private void register(Runnable stop, Consumer<Runnable> place) {
        synchronized (processes) {
            if (!closed) {
                place.accept(stop);
                return;
            }
        }
        stop.run();
    }

    @Override
    public void close() {
        synchronized (processes) {
            if (closed) {
                return;
            }
            closed = true;
        }
        progress.step(
                leavesCaches
                        ? "Stopping; the first time this may take a minute, which makes the next start faster"
                        : "Stopping");
        DemoFile.remove(folder);
        CompletableFuture<?>[] stopping =
                processes.stream().map(stop -> done(() -> quietly(stop))).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopping).join();
        postgresStart.handle((server, failure) -> server).join();
        foundations.forEach(this::quietly);
        web.close();
        quietly(guard::close);
        folder.close();
        progress.step("Stopped; the data stays in " + folder.path());
    }

    private void quietly(Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException e) {
            progress.step("While stopping: " + e.getMessage());
        }
    }
}
