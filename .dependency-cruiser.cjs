// The floors of docs/architecture.md as rules: imports point down only.
const domainLibraries = 'node_modules/(temporal-polyfill|i18next)/';
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circular', {}, { circular: true }),
    rule('nothing-unresolved', {}, { couldNotResolve: true }),
    rule('domain-imports-only-domain', { path: '^functions/domain' }, { pathNot: `^functions/domain|^council/facts|${domainLibraries}` }),
    rule('contracts-import-domain-and-zod', { path: '^functions/contracts' }, { pathNot: '^functions/(contracts|domain)|node_modules/zod' }),
    rule('app-knows-no-library', { path: '^functions/app' }, { pathNot: '^functions/(app|contracts|domain)|^council' }),
    rule('web-knows-no-aws', { path: '^functions/web' }, { path: '^functions/(handlers|adapters)|node_modules/@aws-sdk' }),
    rule('adapters-know-no-pages', { path: '^functions/adapters' }, { path: '^functions/(handlers|web)' }),
    rule('only-adapters-name-aws', { path: '^functions', pathNot: '^functions/adapters' }, { path: 'node_modules/@aws-sdk' }),
    rule('handlers-do-not-import-each-other', { path: '^functions/handlers/([^/]+)\\.ts$' }, { path: '^functions/handlers/[^/]+\\.ts$' }),
    rule('functions-never-import-the-stack', { path: '^functions' }, { path: '^(bin|lib|gallery|local|demo|test|bench|triage)/|node_modules/(aws-cdk-lib|constructs)' }),
    rule('the-stack-never-imports-functions', { path: '^(bin|lib)' }, { path: '^functions' }),
    rule('the-gallery-knows-no-machine', { path: '^gallery' }, { path: '^(bin|lib|local|demo|test|bench|triage)/' }),
    rule('the-demo-comes-through-the-doors', { path: '^demo' }, { path: '^(functions|bin|lib|test|triage)/' }),
    rule('only-the-local-console-imports-functions', { path: '^local', pathNot: '^local/console' }, { path: '^functions' }),
    rule('triage-tools-know-triage-alone', { path: '^triage' }, { path: '^(functions/(?!domain)|bin|lib|local|test|bench)' }),
    rule('tests-stay-out-of-production', { pathNot: '^(test|bench)/' }, { path: '^(test|bench)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
