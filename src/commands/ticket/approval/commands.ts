import { addApprovalAccept, addApprovalRefuse } from './answer.ts'
import { addApprovalList } from './list.ts'

/** All of `ipeos approval`, in the order in which help names them. */
export const approvalCommands = [addApprovalList, addApprovalAccept, addApprovalRefuse]
