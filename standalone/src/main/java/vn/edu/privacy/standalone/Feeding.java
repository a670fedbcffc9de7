package vn.edu.privacy.standalone;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoCampaign;
import vn.edu.privacy.standalone.demo.DemoPurposes;
import vn.edu.privacy.standalone.demo.DemoSeed;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.demo.DemoWorld;
import vn.edu.privacy.standalone.feeding.CampaignPlanner;
import vn.edu.privacy.standalone.feeding.PurposePublisher;
import vn.edu.privacy.standalone.feeding.RosterSynchroniser;
import vn.edu.privacy.standalone.feeding.Tokens;
import vn.edu.privacy.standalone.feeding.UnitRegistrar;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Progress;
import vn.edu.privacy.standalone.machine.Secrets;
import vn.edu.privacy.standalone.machine.Web;
import vn.edu.privacy.standalone.sector.SectorStore;

/** Brings purposes and roster in, opens a campaign, and finds the student with whom the demo's readers begin. */
record Feeding(Web web, Ports ports, Secrets secrets, SectorStore store, Progress progress) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    DemoFile feed() {
        Tokens tokens = new Tokens(web, ports.issuer());
        String officer = tokens.ofPerson("bao-ve-du-lieu", secrets.readablePassword("demo.people"));
        int published = new PurposePublisher(web, ports.consentUrl())
                .publish(DemoPurposes.inSchoolYearOf(store.world().asOf()), officer);
        progress.step(published == 0 ? "The purposes are there" : published + " purposes published");
        String roster = tokens.ofSystem("roster-sync", secrets.password("client.roster-sync"));
        RosterSynchroniser synchroniser = new RosterSynchroniser(web, ports.sectorUrl(), ports.consentUrl());
        for (String school : DemoWorld.SCHOOLS) {
            store.rememberStudentIds(synchroniser.synchronise(school, roster));
            progress.step(store.world().studentsOf(school).size() + " students of " + school + " synchronised");
        }
        registerUnits(tokens);
        askTheFirstSchool(tokens);
        return DemoFile.of(store, undecided(officer), ports, secrets);
    }

    private void registerUnits(Tokens tokens) {
        String department = tokens.ofPerson("so-gddt", secrets.readablePassword("demo.people"));
        int registered = new UnitRegistrar(web, ports.consentUrl())
                .register(
                        store.world().staff().stream()
                                .filter(person -> person.role().equals("head-of-unit"))
                                .toList(),
                        store.world().asOf(),
                        department);
        progress.step(registered == 0 ? "The units are there" : registered + " units registered");
    }

    private void askTheFirstSchool(Tokens tokens) {
        DemoCampaign campaign = DemoSeed.campaign(LocalDate.now(ZONE));
        String officer = tokens.ofPerson("can-bo." + campaign.schoolId(), secrets.readablePassword("demo.people"));
        boolean planned = new CampaignPlanner(web, ports.consentUrl()).plan(campaign, officer);
        progress.step(
                planned
                        ? "Parents of " + campaign.schoolId() + " are asked until " + campaign.deadline()
                        : "The campaign is there");
    }

    /** An exemplary student about whom nobody has decided anything yet. */
    private DemoStudent undecided(String officer) {
        return store.world().exemplary().stream()
                .filter(student -> store.studentId(student)
                        .map(id -> !anyDecision(id, officer))
                        .orElse(false))
                .findFirst()
                .orElseGet(() -> store.world().exemplary().getFirst());
    }

    private boolean anyDecision(UUID studentId, String officer) {
        HttpResponse<String> answer = web.send(
                HttpRequest.newBuilder(URI.create(ports.consentUrl() + "/v1/students/" + studentId + "/ledger"))
                        .header("Authorization", "Bearer " + officer));
        if (answer.statusCode() != 200) {
            return false;
        }
        JsonNode entries = JsonMapper.shared().readTree(answer.body()).path("entries");
        return !entries.isEmpty();
    }
}
