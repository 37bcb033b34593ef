"""From which files a bulletin was computed: found again by their digest, wherever they are now."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.commands.caching import documents_of
from ledger.commands.reading import Reading
from ledger.files.commits import is_landed, touching
from ledger.files.git import is_shallow
from ledger.files.held import Held
from ledger.files.held_commits import held_at
from ledger.files.recovery import read_whole
from ledger.files.repository import Repository, repository_of
from ledger.files.revisions import commit_of
from ledger.files.tree import SourceFile, WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.model.bulletins import Basis


@dataclass(frozen=True, slots=True)
class Found:
    """The ledger as a bulletin saw it. ``words`` say where: 提交 0123456789ab."""

    reading: Reading
    digest: str
    words: str
    commit: str | None = None


@dataclass
class Bases:
    """The states of one ledger that bulletins may have been computed from; each is read once.

    ``now`` is the commit whose files are the current ones; None: the work tree.
    """

    folder: Path
    now: str | None = None
    _readings: dict[str, Reading] = field(default_factory=dict, repr=False)
    _held: dict[str, Held] = field(default_factory=dict, repr=False)
    _known: Sources = field(default_factory=Sources, repr=False)
    _landed: dict[str, bool] = field(default_factory=dict, repr=False)

    @property
    def repository(self) -> Repository | None:
        try:
            return repository_of(self.folder)
        except LedgerError:
            return None

    def as_of(self, commit: str) -> "Bases":
        """The same states, whatever was read of them included, with another current one."""
        return replace(self, now=commit)

    def current(self) -> Found:
        return self._loaded(self._tree(self.now), self.now)

    def at(self, commit: str) -> Found:
        """By the commit's id."""
        return self._loaded(self._tree(commit), commit)

    def current_content(self, path: str) -> bytes | None:
        """What a file of the current state holds, by its path from the repository's top; None where there is none."""
        files = self._tree(self.now).held
        return next((f.content for f in files if isinstance(f, SourceFile) and f.path == path), None)

    def find(self, basis: Basis, path: str) -> Found:
        """By the commit that the bulletin names, else those in which its file ``path`` landed, else the work tree.

        A commit that never landed comes last: others may not have it. Raises LedgerError, which says what is missing,
        when none of them holds files of that digest.
        """
        for commit in self._candidates(basis, path):
            held = self._tree(commit)
            if held.digest == basis.digest:
                return self._loaded(held, commit)
        raise self._lost(basis, path)

    def _candidates(self, basis: Basis, path: str) -> Iterator[str | None]:
        repository = self.repository
        named = commit_of(repository, basis.commit) if repository and basis.commit else None
        if repository is not None:
            if named and self._is_landed(repository, named):
                yield named
            yield from touching(repository, path)
        yield None
        if named:
            yield named

    def _tree(self, commit: str | None) -> Held:
        key = commit or ""
        if key not in self._held:
            repository = self.repository
            if repository and commit:
                self._held[key] = held_at(repository, commit)
            else:
                self._held[key] = read_whole(self.folder, lambda: Held(tuple(WorkTree(self.folder).files())))
        return self._held[key]

    def _loaded(self, held: Held, commit: str | None) -> Found:
        if held.digest not in self._readings:
            reading = Reading(*load(held, self._known, documents_of(self.folder)))
            self._known = self._known if self._known.records else reading.sources
            self._readings[held.digest] = reading
        return Found(self._readings[held.digest], held.digest, self._where(commit), commit)

    def _where(self, commit: str | None) -> str:
        if commit is None:
            return "当前文件"
        repository = self.repository
        landed = repository is None or self._is_landed(repository, commit)
        return f"提交 {commit[:12]}" + ("" if landed else "（不在当前分支的历史里，别人的克隆里可能没有）")

    def _is_landed(self, repository: Repository, commit: str) -> bool:
        if commit not in self._landed:
            self._landed[commit] = is_landed(repository, commit)
        return self._landed[commit]

    def _lost(self, basis: Basis, path: str) -> LedgerError:
        repository = self.repository
        if repository is None:
            return LedgerError("当前文件与算出本期时不同，又不在 git 仓库里，找不到当时的文件")
        named = bool(basis.commit and commit_of(repository, basis.commit))
        if not named and is_shallow(repository.at):
            return LedgerError(
                f"浅克隆里没有算出本期的提交 {(basis.commit or '')[:12]}；先执行 git fetch --unshallow，再核对"
            )
        tried = len(set(touching(repository, path)))
        where = f"提交 {basis.commit[:12]} " if basis.commit else ""
        state = "里的文件摘要不同" if named else "不在仓库里"
        return LedgerError(
            f"{where}{state if where else '没有写明提交'}，本文件入库的 {tried} 个提交和当前文件的摘要也不同，"
            "找不到算出本期的文件；重新生成并提交，或找回那个提交"
        )
