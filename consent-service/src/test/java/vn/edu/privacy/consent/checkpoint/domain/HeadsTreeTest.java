package vn.edu.privacy.consent.checkpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

@Rule("R-CON-10")
class HeadsTreeTest {
    private static final int TILE = 4;
    private static final int LARGEST = 40;

    @Test
    void tilesLeadEveryHeadToTheRootOfTheWholeTree() {
        for (int size = 1; size <= LARGEST; size++) {
            List<ChainHead> heads = heads(size);
            HeadsTree.Whole tree = tree(heads);
            List<byte[]> leaves = heads.stream().map(ChainHead::leaf).toList();
            assertThat(tree.root()).isEqualTo(MerkleTest.defined(leaves));
            assertThat(tree.size()).isEqualTo(size);
            for (int index = 0; index < size; index++) {
                int tile = index / TILE;
                List<byte[]> path = HeadsTree.path(
                        leaves.subList(tile * TILE, Math.min(size, (tile + 1) * TILE)),
                        index % TILE,
                        tree.tiles().stream().map(HeadsTree.Tile::hash).toList(),
                        tile);
                assertThat(MerklePath.root(leaves.get(index), index, size, path))
                        .hasValueSatisfying(root -> assertThat(root).isEqualTo(tree.root()));
                assertThat(path).usingRecursiveComparison().isEqualTo(MerklePath.of(leaves, index));
            }
        }
    }

    @Test
    void nobodyHasTwoChains() {
        HeadsTree tree = new HeadsTree();
        ChainHead head = heads(1).getFirst();
        tree.add(head);
        assertThatThrownBy(() -> tree.add(head)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRootFollowsEveryPartOfAHead() {
        byte[] subject = ChainHead.subject(new UUID(1, 2));
        byte[] hash = Sha256.of(new byte[] {7});
        byte[] leaf = new ChainHead(subject, 3, hash).leaf();
        assertThat(new ChainHead(ChainHead.subject(new UUID(1, 3)), 3, hash).leaf())
                .isNotEqualTo(leaf);
        assertThat(new ChainHead(subject, 4, hash).leaf()).isNotEqualTo(leaf);
        assertThat(new ChainHead(subject, 3, subject).leaf()).isNotEqualTo(leaf);
    }

    @Test
    void eachCheckpointNamesTheOneBefore() {
        Instant at = Instant.parse("2026-11-25T01:02:03.4567Z");
        Checkpoint first = Checkpoint.after(0, Checkpoint.NONE, tree(heads(3)), at);
        Checkpoint second = Checkpoint.after(first.number(), first.hash(), tree(heads(5)), at);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.text())
                .isEqualTo("{\"chains\":5,\"madeAt\":\"2026-11-25T01:02:03.456Z\",\"number\":2,\"previous\":\""
                        + first.hash() + "\",\"root\":\"" + second.root() + "\",\"v\":1}");
    }

    private static HeadsTree.Whole tree(List<ChainHead> heads) {
        HeadsTree tree = new HeadsTree(TILE);
        heads.forEach(tree::add);
        return tree.whole();
    }

    private static List<ChainHead> heads(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> ChainHead.subject(new UUID(8, number)))
                .sorted(Arrays::compareUnsigned)
                .map(subject -> new ChainHead(subject, 1 + subject[0] % 3 + 3, Sha256.of(subject)))
                .toList();
    }
}
