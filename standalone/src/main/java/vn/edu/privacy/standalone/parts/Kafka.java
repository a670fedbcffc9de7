package vn.edu.privacy.standalone.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.edu.privacy.standalone.machine.Built;
import vn.edu.privacy.standalone.machine.ChildProcess;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Guard;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.StartProblem;

/** One Kafka broker that is its own controller. */
public final class Kafka {

    private static final String CLUSTER_ID = "school-privacy-demo-01";
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:SharedArchiveFile=kafka.jsa",
            "-XX:+AutoCreateSharedArchive",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private Kafka() {}

    /** Starts it on its kept data; the first time the folder is formatted. */
    public static ChildProcess start(DataFolder folder, Ports ports, Built built, Guard guard) {
        Path home = folder.resolve("kafka");
        Path properties = home.resolve("server.properties");
        try {
            Files.createDirectories(home);
            Files.writeString(properties, properties(ports, home.resolve("data")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartProblem("Cannot write " + properties + ": " + e.getMessage(), e);
        }
        if (!Files.exists(home.resolve("data/meta.properties"))) {
            ChildProcess.run(
                    "Kafka's formatting of its folder",
                    command(
                            home,
                            built,
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            CLUSTER_ID,
                            "-c",
                            properties.toString()),
                    Map.of(),
                    folder.log("kafka-format"),
                    guard);
        }
        return ChildProcess.start(
                "Kafka",
                command(home, built, "kafka.Kafka", properties.toString()),
                Map.of(),
                folder.log("kafka"),
                guard);
    }

    private static List<String> command(Path home, Built built, String mainClass, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(Built.java().toString()));
        for (String option : JVM) {
            command.add(option.replace("=kafka.jsa", "=" + home.resolve(mainClass + ".jsa")));
        }
        command.addAll(List.of("-cp", built.kafkaClasspath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String properties(Ports ports, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:%d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%s
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(ports.kafkaController(), ports.kafka(), ports.kafkaController(), ports.kafka(), data);
    }
}
