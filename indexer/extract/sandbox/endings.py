"""How a reading ends that did not come to its end by itself."""

import signal

from indexer.models import Extraction, Limits, Status

# KILL is the kernel's: memory has run out, or the CPU limit was reached.
_COSTLY = {
    getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGXFSZ") if hasattr(signal, name)
}


def overdue(limits: Limits) -> Extraction:
    """The file took longer than its wall time."""
    return _too_costly(f"读了 {limits.wall_seconds} 秒还没有读完，已中止", "wall_seconds")


def out_of_memory(limits: Limits) -> Extraction:
    """The file needed more memory than it may have."""
    return _too_costly(f"读取所需内存超过 {limits.memory_mb} MB，已中止", "memory_mb")


def too_much_text(limits: Limits) -> Extraction:
    """The file holds, or unfolds to, more text than is taken from one."""
    return _too_costly(f"文字超过 {limits.text_mb} MB，没有收录", "text_mb")


def killed(number: int, limits: Limits) -> Extraction:
    """The reading process was ended by a signal: a limit, or a crash."""
    if number in _COSTLY:
        reason = f"读取超过 {limits.cpu_seconds} 秒处理器时间，或系统内存不足，已中止"
        return _too_costly(reason, "cpu_seconds")
    name = signal.Signals(number).name
    return Extraction(Status.DAMAGED, f"读取进程崩溃（{name}），文件可能已损坏；请换一份再放入")


def failed() -> Extraction:
    """The reading process ended without a reading: it met what nobody foresaw."""
    return Extraction(
        Status.DAMAGED, "读取进程意外结束，没有读出文字；文件可能已损坏，请换一份再放入"
    )


def _too_costly(reason: str, key: str) -> Extraction:
    return Extraction(
        Status.TOO_COSTLY, f"{reason}；如确需收录，请在 config.toml 的 [reading] 中调大 {key}"
    )
