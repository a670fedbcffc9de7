package vn.edu.privacy.platform.testing.fallen.left.domain;

import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.testing.fallen.left.persistence.Row;
import vn.edu.privacy.platform.testing.fallen.right.Fact;

/** A rule that knows a framework, an adapter and an undeclared fact. */
public record Rule(Mono<Row> answer, Fact fact) {}
