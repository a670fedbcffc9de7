package vn.edu.privacy.standalone;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.edu.privacy.standalone.machine.Built;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Progress;
import vn.edu.privacy.standalone.machine.StartProblem;

/** The command line: {@code [--data DIR]}. Runs until Ctrl-C, SIGTERM, or the end of a part. */
public final class Main {

    private static final String USAGE = "usage: ./start [--data DIR]";

    private Main() {}

    /** Exit codes: 130 after Ctrl-C, 143 after SIGTERM, 1 when something is in the way, 2 for wrong arguments. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Progress progress = new Progress(System.out);
        try (Standalone system = Standalone.start(dataFolder(arguments), progress)) {
            progress.print(Summary.of(system));
            String died = system.awaitEnd();
            progress.print("\n" + died);
        } catch (StartProblem e) {
            progress.print("\n" + e.getMessage());
        }
        System.exit(1);
    }

    private static Path dataFolder(String[] arguments) {
        if (arguments.length == 0) {
            return Built.find().home().resolve(".standalone");
        }
        if (arguments.length == 2 && arguments[0].equals("--data") && !arguments[1].isBlank()) {
            return Path.of(arguments[1]);
        }
        System.err.println(USAGE);
        System.exit(2);
        throw new StartProblem(USAGE);
    }

    /** What a person needs to know once the system is ready. */
    private record Summary() {

        static String of(Standalone system) {
            DemoFile demo = system.demo();
            Ports ports = system.ports();
            DemoFile.Person student = demo.first("student");
            StringBuilder text = new StringBuilder();
            text.append("\nParents and students:   ").append(demo.consent()).append("/\n");
            text.append("Requests and inbox:     ").append(demo.notification()).append("/\n");
            text.append("Officers' queue:        ").append(demo.notification()).append("/officer/requests\n");
            text.append("Keycloak (admin):       ")
                    .append(demo.keycloak())
                    .append("/admin/  (admin, password in ")
                    .append(system.folder().resolve("secrets.json"))
                    .append(")\n");
            text.append("E-mail that was sent:   ")
                    .append(ports.sectorUrl())
                    .append("/mail  or IMAP 127.0.0.1:")
                    .append(ports.imap())
                    .append(", any password\n");
            text.append("SMS and Zalo:           ").append(ports.sectorUrl()).append("/phone\n");
            text.append("\nLogins, all with the password  ")
                    .append(student.password())
                    .append("\n");
            demo.people().stream()
                    .filter(person -> person.role().equals("guardian")
                            && person.studentIds().containsAll(student.studentIds()))
                    .forEach(parent -> line(text, "parent of the student", parent.username()));
            line(text, "student", student.username());
            demo.people().stream()
                    .filter(person ->
                            !person.role().equals("guardian") && !person.role().equals("student"))
                    .forEach(staff -> line(text, staff.role(), staff.username()));
            text.append("\nEverybody else, and the schools' systems: ")
                    .append(system.folder().resolve("demo.json"))
                    .append("\nData and logs: ")
                    .append(system.folder())
                    .append("\nCtrl-C stops everything.");
            return text.toString();
        }

        private static void line(StringBuilder text, String role, String username) {
            text.append("  %-26s %s%n".formatted(role, username));
        }
    }
}
