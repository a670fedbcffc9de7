package vn.edu.privacy.notification.channel;

import reactor.core.publisher.Mono;

/** A gateway that can be asked what became of a message that it took. */
interface ReportingGateway extends Gateway {
    /** What became of it; errors when there is no answer that can be read. */
    Mono<Report> report(String gatewayId);
}
