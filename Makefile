# 两条命令：make serve 启动网站，make test 运行全部检查；其余见 make help。
# Two commands: make serve starts the site, make test checks everything; the rest: make help.
# Needs Python 3.11 or newer and make; everything else is put into .venv by the locks' hashes.

.DEFAULT_GOAL := help
.PHONY: help serve test check accessibility screenshots quality bench lock translations clean

# The first that is new enough; another one: make serve PYTHON=/path/to/python3
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$name && break; done)

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
BENCH := $(VENV)/.bench-installed
# How many articles are measured; the full run: make bench N=100000
N ?= 10000

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# jieba comes as source: it is built by the setuptools of locks/build.txt, not by one fetched unseen.
LOCKED := $(INSTALL) --require-hashes --no-build-isolation --use-pep517

help: ## 列出全部命令。 Lists these commands.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s  %s\n", $$1, $$2}' Makefile

serve: $(RUNTIME) ## 安装、索引 corpus/ 并启动网站。 Installs, indexes corpus/, starts the site.
	$(BIN)/bulletin index
	$(BIN)/bulletin serve

test: $(DEV) ## 运行全部检查，需要时装好浏览器。 Every check; sets up a browser if there is none.
	@$(BIN)/python -m tools.check --browser

check: $(DEV) ## 同上，但不安装浏览器。 The same without setting up a browser.
	@$(BIN)/python -m tools.check

accessibility: $(DEV) ## 在各种宽度、配色、字号和语言下查无障碍，十多分钟。 Accessibility in every view.
	$(BIN)/pytest -m slow tests/browser/test_accessibility.py

screenshots: $(DEV) ## 每页每种状态的图片，放在 var/screenshots。 Pictures of every page and state.
	@$(BIN)/python -m tools.screenshots

# The ranking of a collection, too: make quality COLLECTION=folder (docs.jsonl, queries.tsv, qrels.tsv)
quality: $(DEV) ## 检索质量的各项数字。 The figures of the search.
	$(BIN)/python -m bench.quality $(if $(COLLECTION),--collection $(COLLECTION))

bench: $(BENCH) ## 与同类比速度，约两分钟。 Measures the speed beside that of others.
	@$(BIN)/python -m bench.speed --articles $(N)

# One version of each package for all Pythons, so that the checks find the same everywhere.
# Pins stay as they are as far as pyproject.toml allows; newest ones: make lock UPGRADE=--upgrade
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate --no-emit-index-url $(UPGRADE)

lock: $(DEV) ## 依 pyproject.toml 重写 locks/。 Writes locks/ anew from pyproject.toml.
	$(COMPILE) --group build --output-file locks/build.txt
	$(COMPILE) --constraint locks/build.txt pyproject.toml --output-file locks/runtime.txt
	$(COMPILE) --constraint locks/build.txt --constraint locks/runtime.txt \
		--group dev --group corpus pyproject.toml --output-file locks/dev.txt
	$(COMPILE) --constraint locks/dev.txt --group bench --output-file locks/bench.txt
	@! grep -nE '://|^-' locks/*.txt || { echo 'locks/ 中不应有网址或选项。' \
		'The locks name packages and hashes only: no address, no option.'; exit 1; }

translations: $(DEV) ## 收集界面文字，更新并编译英文目录。 Brings the English of the pages up to date.
	@$(BIN)/python -m tools.translations

clean: ## 删除 .venv 与各种缓存；corpus/ 和 var/ 保留。 Removes .venv and caches, keeps your data.
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/pip:
	@$(or $(PYTHON),false) -c '$(NEW_ENOUGH)' || { \
		echo '需要 Python 3.11 或更新的版本；装好后重试，或用 make PYTHON=路径 指明。'; \
		echo 'Python 3.11 or newer is needed; install it, or say where it is: make PYTHON=/path/to/python3'; \
		exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { \
		echo '这个 Python 缺少 venv 模块；Debian 和 Ubuntu 请运行 apt-get install python3-venv 后重试。'; \
		echo 'This Python lacks the venv module; on Debian and Ubuntu: apt-get install python3-venv'; \
		exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

# The project is installed editable: a changed file works at once, nothing has to be installed again.
$(RUNTIME): pyproject.toml locks/build.txt locks/runtime.txt | $(BIN)/pip
	@echo '正在安装运行所需的软件包，约一分钟…… Installing what it needs to run, about a minute ...'
	@$(LOCKED) -r locks/build.txt
	@$(LOCKED) -r locks/runtime.txt
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): $(RUNTIME) locks/dev.txt
	@echo '正在安装开发工具，约一分钟…… Installing the development tools, about a minute ...'
	@$(LOCKED) -r locks/dev.txt
	@touch $@

$(BENCH): $(RUNTIME) locks/bench.txt
	@$(LOCKED) -r locks/bench.txt
	@touch $@
