/** The package has no types of its own: what the bench uses of it. */
declare module 'wink-naive-bayes-text-classifier' {
  type Classifier = {
    definePrepTasks(tasks: readonly ((text: string) => readonly string[])[]): number;
    defineConfig(config: { readonly considerOnlyPresence: boolean; readonly smoothingFactor: number }): boolean;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    predict(text: string): string;
  };
  // biome-ignore lint/style/noDefaultExport: the package has nothing else.
  export default function createClassifier(): Classifier;
}
