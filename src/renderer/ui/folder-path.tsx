import styles from './folder-path.module.css'

/** A folder's path as the system writes it, to be read out or copied. */
export function FolderPath({ path, testId }: { readonly path: string; readonly testId: string }) {
  return (
    <p className={styles['path']} data-testid={testId}>
      {path}
    </p>
  )
}
