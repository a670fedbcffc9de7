/** What the chart renders, held to Kubernetes' own models and to what a careful cluster asks of a workload. */
@NullMarked
package vn.edu.privacy.helm;

import org.jspecify.annotations.NullMarked;
