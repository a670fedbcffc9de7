package vn.edu.privacy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final List<HasMetadata> objects = Chart.withFullValues();
    private final List<Deployment> deployments = Chart.of(Deployment.class, objects);

    @Test
    void bothServicesAreProbedBelowTheirBasePath() {
        assertThat(deployments).hasSize(2);
        for (Deployment deployment : deployments) {
            Container container = container(deployment);
            String base = container.getName().equals("consent-service") ? "/consents" : "/rights";

            assertThat(path(container.getStartupProbe())).isEqualTo(base + "/actuator/health/liveness");
            assertThat(path(container.getLivenessProbe())).isEqualTo(base + "/actuator/health/liveness");
            assertThat(path(container.getReadinessProbe())).isEqualTo(base + "/actuator/health/readiness");
        }
    }

    @Test
    void podsHaveNoRightsThatTheyDoNotNeed() {
        Stream<PodSpec> pods = Stream.concat(
                deployments.stream().map(d -> d.getSpec().getTemplate().getSpec()),
                Chart.of(Pod.class, objects).stream().map(Pod::getSpec));

        assertThat(pods).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers()).isNotEmpty().allSatisfy(container -> {
                var security = container.getSecurityContext();
                assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKey("memory");
            });
        });
        assertThat(Chart.of(ServiceAccount.class, objects))
                .hasSize(2)
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void podsDrainBeforeTheyGo() {
        assertThat(deployments).allSatisfy(deployment -> {
            long graceful = 30
                    + container(deployment)
                            .getLifecycle()
                            .getPreStop()
                            .getSleep()
                            .getSeconds();
            assertThat(deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                    .isGreaterThan(graceful);
            assertThat(settings(deployment))
                    .containsEntry("SERVER_SHUTDOWN", "graceful")
                    .containsEntry("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "30s");
        });
    }

    @Test
    void secretsAreReferencesOnly() {
        assertThat(Chart.of(Secret.class, objects)).isEmpty();
        assertThat(deployments)
                .allSatisfy(deployment -> assertThat(container(deployment).getEnv())
                        .extracting(EnvVar::getName)
                        .contains("SPRING_R2DBC_PASSWORD", "PRIVACY_IDENTITY_CLIENTSECRET", "PRIVACY_VAULT_KEY"));
        assertThat(deployments.stream().flatMap(d -> container(d).getEnv().stream()))
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getKey())
                            .isNotBlank();
                });
        assertThat(Chart.of(ConfigMap.class, objects).stream().flatMap(map -> map.getData().keySet().stream()))
                .noneMatch(name -> name.matches("(?i).*(password|secret|vault|signing|jaas).*"));
    }

    @Test
    void whoIsToldOfViolationsAndTheDistrictsOfSchoolsReachNotificationServiceAlone() {
        Map<String, String> files = Chart.of(ConfigMap.class, Chart.withFullValues()).stream()
                .filter(map -> map.getData().containsKey("application.yaml"))
                .collect(java.util.stream.Collectors.toMap(
                        map -> map.getMetadata().getName(), map -> map.getData().get("application.yaml")));

        assertThat(files).hasSize(2);
        files.forEach((name, file) -> {
            if (name.contains("notification-service")) {
                assertThat(file).contains("incident:", "name: Văn phòng Sở", "oversight:", "hoa-sen: Quận 1");
            } else {
                assertThat(file.strip()).isEqualTo("{}");
            }
        });
    }

    @Test
    void eachServiceGetsItsOwnSecrets() {
        Map<String, List<String>> variables = deployments.stream()
                .map(WorkloadTest::container)
                .collect(java.util.stream.Collectors.toMap(
                        Container::getName,
                        c -> c.getEnv().stream().map(EnvVar::getName).toList()));

        assertThat(variables.get("consent-service"))
                .contains("PRIVACY_RECEIPTS_SIGNINGKEY")
                .doesNotContain("PRIVACY_HOLDERCLIENT_CLIENTSECRET", "SPRING_MAIL_PASSWORD");
        assertThat(variables.get("notification-service"))
                .contains(
                        "PRIVACY_HOLDERCLIENT_CLIENTSECRET", "PRIVACY_HOLDERCLIENT_SIGNINGKEY", "SPRING_MAIL_PASSWORD")
                .doesNotContain("PRIVACY_RECEIPTS_SIGNINGKEY");
    }

    @Test
    void everythingIsDeniedThatNoPolicyAllows() {
        List<NetworkPolicy> policies = Chart.of(NetworkPolicy.class, objects);

        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
            assertThat(deployments)
                    .allSatisfy(deployment -> assertThat(deployment
                                    .getSpec()
                                    .getTemplate()
                                    .getMetadata()
                                    .getLabels())
                            .containsAllEntriesOf(
                                    policy.getSpec().getPodSelector().getMatchLabels()));
        });
        assertThat(egressPorts(policies, "privacy-consent-service")).containsExactlyInAnyOrder(5432, 9093, 443);
        assertThat(egressPorts(policies, "privacy-notification-service"))
                .containsExactlyInAnyOrder(5432, 9093, 443, 8081, 587, 8443, 9443);
    }

    @Test
    void gatewaysOfSmsAndZaloAreReachedWhereThereAreSomeWithKeysByReference() {
        assertThat(files("privacy-notification-service", objects))
                .contains("notice:", "gateways:", "sms:", "url: https://sms.hcm.example:9443", "perSecond: 30", "zalo:")
                .doesNotContain("signsReports");
        assertThat(gatewayKeys(deployments))
                .containsExactlyInAnyOrder(
                        "PRIVACY_NOTICE_GATEWAYS_SMS_KEY sms-key",
                        "PRIVACY_NOTICE_GATEWAYS_SMS_REPORTKEY sms-report-key",
                        "PRIVACY_NOTICE_GATEWAYS_ZALO_KEY zalo-key");

        List<HasMetadata> without = Chart.withDefaults();
        assertThat(files("privacy-notification-service", without)).doesNotContain("notice:");
        assertThat(gatewayKeys(Chart.of(Deployment.class, without))).isEmpty();
        List<HasMetadata> one = Chart.with(
                Map.of("gateways.sms.url", "https://sms.example", "networkPolicy.gateways.ports[0]", "4443"));
        assertThat(egressPorts(Chart.of(NetworkPolicy.class, one), "privacy-notification-service"))
                .contains(4443);
        assertThat(egressPorts(Chart.of(NetworkPolicy.class, one), "privacy-consent-service"))
                .doesNotContain(4443);
    }

    @Test
    void theRealmIsToldOfDisconnectionsWhereThatIsSet() {
        String client = "PRIVACY_REALMADMIN_CLIENTSECRET realm-admin-secret";
        assertThat(realmAdmin(Chart.withDefaults())).isEmpty();
        assertThat(realmAdmin(Chart.with(Map.of(
                        "realmAdmin.url", "https://login.example/admin/realms/schools",
                        "realmAdmin.tokenUrl", "https://login.example/realms/schools/protocol/openid-connect/token",
                        "realmAdmin.clientId", "consent-service"))))
                .containsExactlyInAnyOrder(
                        client,
                        "PRIVACY_REALMADMIN_URL https://login.example/admin/realms/schools",
                        "PRIVACY_REALMADMIN_TOKENURL https://login.example/realms/schools/protocol/openid-connect/token",
                        "PRIVACY_REALMADMIN_CLIENTID consent-service");
        assertThatThrownBy(() -> Chart.render(Map.of("realmAdmin.url", "https://login.example/admin/realms/schools")))
                .hasMessageContaining("tokenUrl");
    }

    private static List<String> realmAdmin(List<HasMetadata> rendered) {
        Stream<String> settings = Chart.of(ConfigMap.class, rendered).stream()
                .flatMap(map -> map.getData().entrySet().stream())
                .map(entry -> entry.getKey() + " " + entry.getValue());
        Stream<String> secrets = Chart.of(Deployment.class, rendered).stream()
                .flatMap(each -> each.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(env -> env.getValueFrom() != null)
                .map(env -> env.getName() + " "
                        + env.getValueFrom().getSecretKeyRef().getKey());
        return Stream.concat(settings, secrets)
                .filter(setting -> setting.startsWith("PRIVACY_REALMADMIN"))
                .toList();
    }

    @Test
    void oneHostLeadsToBothByPath() {
        List<Ingress> ingresses = Chart.of(Ingress.class, objects);

        assertThat(ingresses.stream().flatMap(i -> i.getSpec().getRules().stream()))
                .allSatisfy(rule -> assertThat(rule.getHost()).isEqualTo("quyen.hcm.example"))
                .flatExtracting(rule -> rule.getHttp().getPaths())
                .extracting(path ->
                        path.getPath() + " -> " + path.getBackend().getService().getName())
                .containsExactlyInAnyOrder(
                        "/consents -> privacy-consent-service", "/rights -> privacy-notification-service");
        assertThat(ingresses)
                .allSatisfy(ingress -> assertThat(
                                ingress.getSpec().getTls().getFirst().getHosts())
                        .containsExactly("quyen.hcm.example"));
        assertThat(ingresses)
                .extracting(ingress ->
                        ingress.getMetadata().getAnnotations().get("nginx.ingress.kubernetes.io/session-cookie-name"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void eachServiceKeepsOneReplicaThroughDisruptionsAndGrowsWithLoad() {
        assertThat(Chart.of(PodDisruptionBudget.class, objects)).hasSize(2);
        assertThat(Chart.of(HorizontalPodAutoscaler.class, objects))
                .hasSize(2)
                .allSatisfy(
                        scaler -> assertThat(scaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2));
        assertThat(deployments)
                .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas())
                        .as("the autoscaler's to decide")
                        .isNull());
    }

    @Test
    void withoutAutoscalingTheReplicasStandInTheDeployment() {
        List<HasMetadata> fixed = Chart.with(Map.of(
                "consentService.autoscaling.enabled", "false", "notificationService.autoscaling.enabled", "false"));

        assertThat(Chart.of(HorizontalPodAutoscaler.class, fixed)).isEmpty();
        assertThat(Chart.of(Deployment.class, fixed))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.getSpec().getReplicas()).isEqualTo(2));
    }

    private Map<String, String> settings(Deployment deployment) {
        return Chart.of(ConfigMap.class, objects).stream()
                .filter(map -> map.getMetadata()
                        .getName()
                        .equals(deployment.getMetadata().getName()))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static String files(String service, List<HasMetadata> rendered) {
        return Chart.of(ConfigMap.class, rendered).stream()
                .filter(map -> map.getMetadata().getName().equals(service + "-files"))
                .findFirst()
                .orElseThrow()
                .getData()
                .get("application.yaml");
    }

    private static List<String> gatewayKeys(List<Deployment> rendered) {
        return rendered.stream()
                .flatMap(deployment -> container(deployment).getEnv().stream())
                .filter(variable -> variable.getName().startsWith("PRIVACY_NOTICE_GATEWAYS_"))
                .map(variable -> variable.getName() + " "
                        + variable.getValueFrom().getSecretKeyRef().getKey())
                .toList();
    }

    private static List<Integer> egressPorts(List<NetworkPolicy> policies, String name) {
        return policies.stream()
                .filter(policy -> policy.getMetadata().getName().equals(name))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .toList();
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }
}
